// Written so that an old Node.js can read it too.
const OLDEST = [20, 19];

/** Ends the process with one sentence if this Node.js is too old. */
export function demandNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(`This is Node.js ${process.versions.node}; Muster needs ${OLDEST.join('.')} or newer. Get it from nodejs.org.`);
  process.exit(1);
}
