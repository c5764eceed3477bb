// What writes a report in another format than text is in a file of its own, with the examples that SARIF shows.
export { WRITERS } from "../../policies/report/formats";
