import { plain } from "../../text/plain";
import { noticeText } from "./marks";
import { couldDo, couldDoText } from "./not-judged";
import { judgedAnything, type Report } from "./report";
import { NOTHING_JUDGED } from "./text";

/** What is to be said beside the findings: notices, what was not read, that nothing was judged, how many findings are left out. */
export function notificationsOf(report: Report, leftOut: number): readonly object[] {
  const unread = report.unread.map(
    ({ input, address, reason, decidedBy }) =>
      `Not checked: ${address} in ${input} ${reason}; ${decidedBy.join(", ")} would decide it.`,
  );
  const outside = report.outside.map((address) => `Not checked, because no input describes it: ${address}.`);
  const notJudged = couldDo(report.notJudged).map(
    (one) => `Not judged, for no rule speaks of it: ${couldDoText(one)}.`,
  );
  return [
    ...(judgedAnything(report) ? [] : [notification("nothing-judged", "warning", NOTHING_JUDGED)]),
    ...(leftOut === 0 ? [] : [notification("findings-left-out", "warning", leftOutText(leftOut))]),
    ...limited(report.notices.map(noticeText), "").map((text) => notification("notice", "note", text)),
    ...limited(unread, " that were not checked").map((text) => notification("not-read", "warning", text)),
    ...limited(notJudged, " that are not judged").map((text) => notification("not-judged", "note", text)),
    ...limited(outside, " that were not checked").map((text) => notification("not-described", "note", text)),
  ];
}

function leftOutText(count: number): string {
  return `${count} findings are left out, the mildest ones: code scanning takes 5,000 of a run. The text and JSON reports hold all.`;
}

const MOST = 100;

function limited(texts: readonly string[], which: string): readonly string[] {
  return texts.length > MOST ? [...texts.slice(0, MOST), `And ${texts.length - MOST} more${which}.`] : texts;
}

function notification(id: string, level: "warning" | "note", text: string): object {
  return { descriptor: { id }, level, message: { text: plain(text).replaceAll("](", "] (") } };
}
