/** One step of a pattern. Matching takes no longer than the pattern times the text, whatever somebody writes. */
export type Step =
  /** Stands for itself. */
  | { readonly is: "itself"; readonly character: string }
  /** Any number of characters of a kind. */
  | { readonly is: "any"; readonly takes: (character: string) => boolean }
  /** Any number of folders: nothing, or text that ends with `/`. */
  | { readonly is: "folders" }
  | { readonly is: "one"; readonly takes: (character: string) => boolean };

/** Whether a pattern, taken as a whole, means a text. What is a character is up to whoever splits both of them. */
export function means(pattern: readonly Step[], text: readonly string[]): boolean {
  let reached: readonly boolean[] = [true, ...text.map(() => false)];
  for (const step of pattern) {
    reached = after(step, reached, text);
  }
  return reached.at(-1) ?? false;
}

/** Where in the text one may be after a step, by where one may be before it. */
function after(step: Step, before: readonly boolean[], text: readonly string[]): readonly boolean[] {
  const reached = [step.is !== "itself" && step.is !== "one" && before[0] === true];
  let began = false;
  for (const [index, character] of text.entries()) {
    const here = before[index] === true;
    const next = before[index + 1] === true;
    began ||= here;
    switch (step.is) {
      case "itself":
        reached.push(here && character === step.character);
        break;
      case "one":
        reached.push(here && step.takes(character));
        break;
      case "any":
        reached.push(next || (reached[index] === true && step.takes(character)));
        break;
      case "folders":
        reached.push(next || (began && character === "/"));
        break;
    }
  }
  return reached;
}
