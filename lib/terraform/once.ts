/**
 * Asks once, and only when somebody wants to know. cdktf keeps the stack of every token that it makes, which is most of
 * what synthesis costs, so the id of a hub that a thousand connections ask for had better be one token. And what a lazy
 * value tells must be the same token every time, or cdktf doesn't see that it leads to another stack.
 */
export function once<T>(ask: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => {
    answer ??= { value: ask() };
    return answer.value;
  };
}
