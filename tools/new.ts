import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AREAS, type Area } from '#kernel/server/index.ts';
import { actionFiles, addRoute, checkFeature, checkRoute } from './scaffold/action.ts';
import { addToCatalogue } from './scaffold/catalogue.ts';
import { addCommand } from './scaffold/command.ts';
import { featureFiles } from './scaffold/feature.ts';
import { integrationFiles } from './scaffold/integration.ts';
import { checkName, ScaffoldError } from './scaffold/words.ts';

const USAGE = `npm run new feature AREA/NAME "What it is."             a folder with table, action, query, event, test
npm run new action AREA/FEATURE VERB-NOUN "METHOD /path"   an action (GET: a query) with its test and its route
npm run new command AREA/FEATURE WORD "What it does."     a slash command with its test
npm run new integration VENDOR "What it posts."            a formatter of a vendor's webhooks with a recorded payload`;

const [kind, ...args] = process.argv.slice(2);
const KINDS: Record<string, (args: readonly string[]) => readonly string[]> = { feature: newFeature, action: newAction, integration: newIntegration, command: newCommand };
try {
  const create = KINDS[kind ?? ''];
  if (!create) throw new ScaffoldError(kind ? `There is no scaffold for "${kind}".\n${USAGE}` : USAGE);
  console.log(`${create(args).join('\n')}\n\nNext: npm run check && npx vitest run --project server`);
} catch (error) {
  if (!(error instanceof ScaffoldError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function newFeature([where = '', summary]: readonly string[]): readonly string[] {
  const [area = '', folder] = where.split('/');
  if (!(AREAS as readonly string[]).includes(area)) throw new ScaffoldError(`Which feature? Its area (${AREAS.join(', ')}) and name, such as messaging/polls.`);
  const name = checkName(folder, 'name of a feature', 'polls');
  if (!summary?.trim()) throw new ScaffoldError('Say in a sentence in quotes what it is: it stands in the map.');
  const written = write(`src/${area}/${name}`, featureFiles(area as Area, name, summary.trim()));
  addToCatalogue(area as Area, name);
  return [...written, 'src/features.ts'];
}

function newAction([where, action, route]: readonly string[]): readonly string[] {
  const folder = checkFeature(where);
  const name = checkName(action, 'name of an action', 'pin-post');
  const plan = { folder, name, ...checkRoute(route) };
  return [...write(folder, actionFiles(plan)), addRoute(plan)];
}

function newCommand([where, word, summary]: readonly string[]): readonly string[] {
  const folder = checkFeature(where);
  const trigger = checkName(word, 'word of a command', 'deploy');
  if (!summary?.trim()) throw new ScaffoldError('Say in a sentence in quotes what it does: it stands in the help.');
  return addCommand({ folder, trigger, summary: summary.trim() });
}

function newIntegration([vendor, summary]: readonly string[]): readonly string[] {
  const name = checkName(vendor, 'vendor', 'grafana');
  if (!summary?.trim()) throw new ScaffoldError('Say in a sentence in quotes what it posts: it stands in the map.');
  const written = write(`src/integrations/${name}`, integrationFiles(name, summary.trim()));
  addToCatalogue('integrations', name);
  return [...written, 'src/features.ts'];
}

// Never over what is there.
function write(folder: string, files: Record<string, string>): string[] {
  const targets = Object.entries(files).map(([file, text]) => [path.join(folder, file), text] as const);
  const taken = targets.find(([file]) => existsSync(file));
  if (taken) throw new ScaffoldError(`${taken[0]} exists already.`);
  for (const [file, text] of targets) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return targets.map(([file]) => file);
}
