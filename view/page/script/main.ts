import type { PageData } from "../page-data";
import { showDetails } from "./details";
import { byId, fieldValue } from "./elements";
import { flowOf, rowsOf, tallyWhen } from "./flows";
import { Paths } from "./paths";
import { Pictures } from "./pictures";
import { listThings } from "./things";

const data: PageData = JSON.parse(byId("data").textContent ?? "");
let tally = tallyWhen(data, undefined);
let chosen: string | undefined;

const pictures = new Pictures(data, byId("stage").getAttribute("data-first") ?? "", choose);
const paths = new Paths(data);

function choose(item: string): void {
  chosen = item;
  showDetails(data, item, tally);
  pictures.refit();
  pictures.reveal(item);
}

function lose(): void {
  const value = fieldValue("loss");
  const loss = value === "" ? undefined : Number(value);
  tally = tallyWhen(data, loss);
  pictures.redraw(tally);
  paths.when(loss);
  byId("told").textContent = loss === undefined ? "" : toldOf(loss);
  if (chosen !== undefined) {
    showDetails(data, chosen, tally);
  }
}

/** What a loss comes to, in a sentence. */
function toldOf(loss: number): string {
  const changed = rowsOf(data).filter((row) => {
    const then = flowOf(data, row, loss);
    return then.outcome !== row.outcome || then.over.join(" ") !== row.over.join(" ");
  });
  const outcomes = changed.filter(({ isGuarded }) => isGuarded).map((row) => flowOf(data, row, loss).outcome);
  const words = [...new Set(outcomes)].map((outcome) => {
    return `${outcomes.filter((one) => one === outcome).length} of protected traffic ${outcome === "clear" ? "in the clear" : outcome}`;
  });
  const count = `${changed.length} groups of answers change`;
  return `${data.losses[loss] ?? ""} lost: ${words.length === 0 ? count : `${count}, ${words.join(", ")}`}.`;
}

function theme(isDark: boolean): void {
  document.documentElement.classList.toggle("dark", isDark);
  byId("theme").textContent = isDark ? "Light" : "Dark";
}

for (const button of document.querySelectorAll("[data-shows]")) {
  button.addEventListener("click", () => {
    const item = button.getAttribute("data-shows");
    if (item !== null) {
      choose(item);
      byId("picture").scrollIntoView({ block: "start" });
    }
  });
}
// Paper is light, whatever the screen is.
const isDark = () => document.documentElement.classList.contains("dark");
let wasDark = false;
addEventListener("beforeprint", () => {
  wasDark = isDark();
  theme(false);
});
addEventListener("afterprint", () => theme(wasDark));
addEventListener("resize", () => pictures.refit());
byId("loss").addEventListener("change", lose);
byId("theme").addEventListener("click", () => theme(!isDark()));
document.getElementById("time")?.addEventListener("change", () => pictures.open(fieldValue("time")));
byId("all-things").addEventListener("toggle", () => listThings(data), { once: true });
theme(matchMedia("(prefers-color-scheme: dark)").matches);
paths.when(undefined);
