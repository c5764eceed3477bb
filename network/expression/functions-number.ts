import type { Attribute } from "../resource";
import { isArray, numberIn, textIn, wholeNumberIn } from "./arguments";
import type { TerraformFunction } from "./terraform-function";
import { isExact } from "./value";

/** Functions on numbers. They need all of what they are given. */
export const NUMBER_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ["tonumber", ([value]) => (value === null ? null : numberIn(value))],
  ["min", onNumbers((...numbers) => Math.min(...numbers))],
  ["max", onNumbers((...numbers) => Math.max(...numbers))],
  ["abs", onNumbers((value = 0) => Math.abs(value))],
  ["ceil", onNumbers((value = 0) => Math.ceil(value) + 0)],
  ["floor", onNumbers((value = 0) => Math.floor(value))],
  ["sum", ([list]) => sum(list)],
  ["range", (args) => range(args)],
  ["parseint", ([text, base]) => parsed(textIn(text), wholeNumberIn(base))],
]);

function onNumbers(apply: (...numbers: number[]) => number): TerraformFunction {
  return (args) => {
    const numbers = args.map(numberIn);
    return numbers.length > 0 && numbers.every((number) => number !== undefined) ? apply(...numbers) : undefined;
  };
}

function sum(list: Attribute | undefined): number | undefined {
  const numbers = isArray(list) ? list.map(numberIn) : [];
  return numbers.length > 0 && numbers.every((number) => number !== undefined && Number.isInteger(number))
    ? whole(numbers.reduce<number>((total, number) => total + (number ?? 0), 0))
    : undefined;
}

/** Terraform makes no more than that. */
const LONGEST = 1024;

function range(args: readonly Attribute[]): readonly number[] | undefined {
  const numbers = args.map(wholeNumberIn);
  if (!numbers.every((number) => number !== undefined) || numbers.length < 1 || numbers.length > 3) {
    return undefined;
  }
  const [first = 0, second, third] = numbers;
  const [start, end] = second === undefined ? [0, first] : [first, second];
  const step = third ?? (end < start ? -1 : 1);
  const length = step === 0 ? LONGEST + 1 : Math.max(0, Math.ceil((end - start) / step));
  return length > LONGEST ? undefined : Array.from({ length }, (_, index) => start + index * step);
}

function parsed(text: string | undefined, base: number | undefined): number | undefined {
  const isPlain = base === 10 ? /^-?\d+$/ : base === 16 ? /^-?[\da-fA-F]+$/ : base === 2 ? /^-?[01]+$/ : undefined;
  return text !== undefined && isPlain?.test(text) ? whole(Number.parseInt(text, base) + 0) : undefined;
}

function whole(number: number): number | undefined {
  return isExact(number) ? number : undefined;
}
