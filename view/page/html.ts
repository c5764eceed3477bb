import { createHash } from "node:crypto";
import { plain } from "../../text/plain";
import { PICTURE_STYLE } from "../svg/style";
import { PAGE_SCRIPT } from "./page-script";
import { sections } from "./sections";
import type { Shown } from "./shown";
import { PAGE_STYLE } from "./style";
import { tag, text } from "./tag";

/** The page: one file that opens from disk, asks nobody for anything, and runs nothing but its own script. */
export function htmlPage(shown: Shown): string {
  const style = `${PAGE_STYLE}${PICTURE_STYLE}`;
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(PAGE_SCRIPT)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const head = [
    tag("meta", { charset: "utf-8" }),
    tag("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
    tag("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    tag("meta", { name: "referrer", content: "no-referrer" }),
    tag("title", {}, text(`Network: ${shown.verdict}`)),
    `<style>${style}</style>`,
  ];
  const data = tag("script", { type: "application/json", id: "data" }, jsonInHtml(shown.data));
  return [
    "<!doctype html>",
    '<html lang="en">',
    tag("head", {}, ...head),
    tag("body", {}, ...sections(shown), data, `<script>${PAGE_SCRIPT}</script>`),
    "</html>\n",
  ].join("\n");
}

/** JSON in which nothing can end the element around it. */
function jsonInHtml(value: unknown): string {
  return plain(JSON.stringify(value)).replaceAll("<", "\\u003c");
}

function hashOf(content: string): string {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}
