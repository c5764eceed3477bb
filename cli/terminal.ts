/** Whether colour may go to a stream: to a terminal that shows it, unless the person set NO_COLOR (https://no-color.org). */
export function showsColour(
  stream: { readonly isTTY?: boolean },
  { NO_COLOR = "", TERM }: NodeJS.ProcessEnv = process.env,
): boolean {
  return stream.isTTY === true && NO_COLOR === "" && TERM !== "dumb";
}
