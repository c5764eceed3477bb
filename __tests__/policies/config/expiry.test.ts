import { faultOfExpiry, isDay, todayInUtc } from "../../../policies/config/expiry";

test.each(["2027-03-31", "2028-02-29", "9999-12-31"])("%s is a day", (text) => {
  expect(isDay(text)).toBe(true);
});

test.each([
  "2027-02-29",
  "2027-13-01",
  "2027-00-10",
  "2027-04-31",
  "2027-3-1",
  "27-03-31",
  "0027-03-31",
  "2027-03-31T00:00:00Z",
  " 2027-03-31",
  "31.03.2027",
  "tomorrow",
])("%p is no day", (text) => {
  expect(isDay(text)).toBe(false);
});

test("the last day still counts, and the day after doesn't", () => {
  expect(faultOfExpiry("2026-11-23", "2026-11-23")).toBeUndefined();
  expect(faultOfExpiry("2026-11-24", "2026-11-23")).toBeUndefined();
  expect(faultOfExpiry("2036-11-24", "2026-11-23")).toBeUndefined();
  expect(faultOfExpiry("2026-11-22", "2026-11-23")).toBe(
    "it expired: 2026-11-22 was its last day, and it is 2026-11-23 in UTC",
  );
});

test.each([
  [undefined, "it has no expires, the last day on which it counts, such as 2027-03-31"],
  [null, "it has no expires, the last day on which it counts, such as 2027-03-31"],
  ["", "it has no expires, the last day on which it counts, such as 2027-03-31"],
  [20270331, "expires is 20270331, which is no day; write it as 2027-03-31"],
  [["2027-03-31"], "expires is a list, which is no day; write it as 2027-03-31"],
  ["never", 'expires is "never", which is no day; write it as 2027-03-31'],
])("%p as a date is said to be none", (expires, fault) => {
  expect(faultOfExpiry(expires, "2026-11-23")).toBe(fault);
});

test("the day is that of UTC, whatever the clock of the machine shows, on the days that clocks change too", () => {
  // Late in the evening of New York, and early in the morning of Sydney.
  expect(todayInUtc(new Date("2026-11-22T23:30:00-05:00"))).toBe("2026-11-23");
  expect(todayInUtc(new Date("2026-11-24T08:00:00+11:00"))).toBe("2026-11-23");
  expect(todayInUtc(new Date("2026-10-25T01:59:59Z"))).toBe("2026-10-25");
  expect(todayInUtc(new Date("2026-03-29T02:30:00+02:00"))).toBe("2026-03-29");
});
