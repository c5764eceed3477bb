import { join } from "node:path";
import { writeCommand } from "./command-bundle";

writeCommand(join(__dirname, "..", "dist", "cli"));
