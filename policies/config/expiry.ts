/** The day that it is, in UTC, as `2027-03-31`. */
export function todayInUtc(now: Date = new Date()): string {
  return now.toISOString().slice(0, 10);
}

/** Whether a text is a day of the calendar, written as `2027-03-31`. */
export function isDay(text: string): boolean {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // Years before 100 are taken for the last century, and are no days on which anything ends.
  return year >= "1000" && date.toISOString().slice(0, 10) === text;
}

/**
 * Why something that ends with a day doesn't count; undefined where it does. The day itself still counts, until it ends
 * in UTC, wherever the clock is that asks.
 */
export function faultOfExpiry(expires: unknown, today: string): string | undefined {
  if (expires === undefined || expires === null || expires === "") {
    return "it has no expires, the last day on which it counts, such as 2027-03-31";
  }
  if (typeof expires !== "string" || !isDay(expires)) {
    return `expires is ${shownDay(expires)}, which is no day; write it as 2027-03-31`;
  }
  // Days that are written so are ordered as texts are.
  return expires < today ? `it expired: ${expires} was its last day, and it is ${today} in UTC` : undefined;
}

function shownDay(expires: unknown): string {
  if (typeof expires === "object") {
    return Array.isArray(expires) ? "a list" : "an object";
  }
  const text = typeof expires === "string" ? JSON.stringify(expires) : String(expires);
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
