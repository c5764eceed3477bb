/** What is wrong with a document as XML: elements that don't close in order, and what no text or attribute may hold. */
export function faultsOfXml(document: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  for (const [whole, close, name = "", attributes = "", empty] of document.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[<>]/g,
  )) {
    if (name === "") {
      faults.push(`a stray ${whole}`);
    } else if (close === "/") {
      const last = open.pop();
      faults.push(...(last === name ? [] : [`${last} ends as ${name}`]));
    } else if (empty !== "/") {
      open.push(name);
    }
    faults.push(...attributeFaults(attributes));
  }
  const texts = document.replace(/<[^>]*>/g, "");
  return [...faults, ...open.map((name) => `${name} has no end`), ...ampersands(texts)];
}

function attributeFaults(attributes: string): string[] {
  const names = [...attributes.matchAll(/\s([\w:.-]+)="/g)].map(([, name]) => name ?? "");
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [...twice.map((name) => `${name} twice`), ...ampersands(attributes)];
}

function ampersands(text: string): string[] {
  return /&(?!#\d+;|#x[\da-f]+;|(?:amp|lt|gt|quot|apos);)/i.test(text) ? ["a bare ampersand"] : [];
}
