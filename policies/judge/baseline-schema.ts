import { z } from "zod";

const LEVEL = z.enum(["error", "warning", "note"]);

/** One finding of an earlier report. */
export const FINDING = z.object({
  rule: z.string(),
  level: LEVEL,
  outcome: z.enum(["violation", "undecided"]),
  address: z.string(),
  path: z.string(),
  input: z.string(),
  constructPath: z.string().nullable(),
  source: z.object({ file: z.string(), line: z.int().min(1) }).nullable(),
  message: z.string(),
  evidence: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]),
  ),
  remedy: z.string(),
  docs: z.string(),
  decidedBy: z.array(z.string()),
  // Reports of before this key was there don't tell it: what is undecided is new then.
  restsOn: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullish(),
  fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
});

/** An earlier report, as far as it is read. */
export const REPORT = z.object({ inputs: z.array(z.object({ path: z.string() })), findings: z.array(FINDING) });
