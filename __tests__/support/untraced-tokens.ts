/**
 * Stands for cdktf's own trace of where each token was made, which no test reads: formatting it through jest's source maps
 * takes longer than the synthesis.
 */
export function captureStackTrace(): string[] {
  return [];
}
