import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { action, anyone, defineFeature, type Feature } from '#kernel/server/index.ts';
import type { Project } from '../project.ts';
import { actionsRule } from './actions.ts';
import { catalogueRule } from './catalogue.ts';
import { escapesRule } from './escapes.ts';
import { kernelWordsRule } from './kernel-words.ts';
import { framesRule, namesRule } from './names.ts';
import { routesRule } from './routes.ts';
import { tablesRule } from './tables.ts';

const pinNote = action({ name: 'pin-note', summary: 'Pin a note.', input: z.object({}), permission: { scope: 'system', ids: ['manage_system'], check: () => true }, run: () => ({}) });

function projectOf(features: Feature[], files: Record<string, string> = {}): Project {
  return {
    root: '/nowhere',
    features,
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    protocol: { routes: [{ route: 'GET /api/v4/notes/:note_id', tier: 'core', area: 'note' }], events: new Set(['posted']), permissions: new Set(['manage_system']) },
  };
}

const notes = (more: Partial<Feature> = {}) => defineFeature({ name: 'notes', area: 'messaging', summary: 'Notes.', ...more });
const FOLDER = 'src/messaging/notes';

describe('the rules of the architecture', () => {
  it('name a feature folder that the catalogue forgot', () => {
    const [problem] = catalogueRule(projectOf([], { [`${FOLDER}/server/feature.ts`]: '' }));
    expect(problem?.message).toContain('add its import and its line');
  });

  it('keep the areas of the catalogue in their order', () => {
    const users = defineFeature({ name: 'users', area: 'identity', summary: 'People.' });
    const files = { [`${FOLDER}/server/feature.ts`]: '', 'src/identity/users/server/feature.ts': '' };
    expect(catalogueRule(projectOf([notes(), users], files)).map((p) => p.message).join()).toContain('the areas follow one another');
    expect(catalogueRule(projectOf([users, notes()], files))).toEqual([]);
  });

  it('ask every action for a file of its name, a known verb and a known permission', () => {
    const files = { [`${FOLDER}/server/actions/pin-note.ts`]: '' };
    expect(actionsRule(projectOf([notes({ actions: [pinNote] })], files))).toEqual([]);
    expect(actionsRule(projectOf([notes({ actions: [pinNote] })])).map((p) => p.message).join()).toContain('must live in this file');
    const odd = { ...pinNote, name: 'noting-things', permission: { ...pinNote.permission, ids: ['fly'] } };
    const messages = actionsRule(projectOf([notes({ actions: [odd] })], { [`${FOLDER}/server/actions/noting-things.ts`]: '' })).map((p) => p.message).join('\n');
    expect(messages).toContain('"noting", which is no verb');
    expect(messages).toContain('permission "fly"');
  });

  it('do not let an action be open without a reason', () => {
    const open = { ...pinNote, permission: { ...anyone('x'), reason: ' ' } };
    expect(actionsRule(projectOf([notes({ actions: [open] })], { [`${FOLDER}/server/actions/pin-note.ts`]: '' })).map((p) => p.message).join()).toContain('say why');
  });

  it('accept routes of the protocol whatever their parameters are called, and own ones under /api/muster', () => {
    expect(routesRule(projectOf([notes({ routes: { 'GET /api/v4/notes/:id': pinNote, 'POST /api/muster/v1/notes': pinNote } })]))).toEqual([]);
    expect(routesRule(projectOf([notes({ routes: { 'GET /api/v4/songs': pinNote } })]))[0]?.message).toContain('is no route of the protocol');
  });

  it('find a route that two features serve', () => {
    const other = defineFeature({ name: 'pads', area: 'messaging', summary: 'Pads.', routes: { 'GET /api/v4/notes/:pad_id': pinNote } });
    expect(routesRule(projectOf([notes({ routes: { 'GET /api/v4/notes/:note_id': pinNote } }), other]))[0]?.message).toContain('served by notes already');
  });

  it('find settings, events and permissions that are defined twice', () => {
    const setting = { key: 'Notes.Max', default: 1, summary: '' };
    const files = { [`${FOLDER}/server/notes.events.ts`]: "defineEvent<{ id: string }>('note.pinned'); defineEvent('note.pinned'); defineEvent('PinNote')" };
    const project = projectOf([notes({ settings: [setting, setting], permissions: [{ id: 'manage_system', scope: 'system', summary: '', default_roles: [] }] })], files);
    const messages = namesRule(project).map((p) => p.message).join('\n');
    for (const part of ['setting "Notes.Max"', 'permission "manage_system"', 'event "note.pinned"', '"PinNote" is not noun.past-tense']) expect(messages).toContain(part);
  });

  it('accept frames of the protocol and those that begin with muster_', () => {
    const text = "framesOf(x, () => [{ event: 'posted' }, { event: 'muster_note_pinned' }, { event: 'note_pinned' }])";
    const problems = framesRule(projectOf([notes()], { [`${FOLDER}/server/notes.events.ts`]: text }));
    expect(problems.map((p) => p.message)).toEqual([expect.stringContaining('"note_pinned"')]);
  });

  it('let only the owner write a table, and nobody read upwards', () => {
    const files = {
      [`${FOLDER}/server/migrations/0001-notes.sql`]: 'CREATE TABLE notes (id text);',
      [`${FOLDER}/server/notes.store.ts`]: '`UPDATE notes SET x = 1`',
      'src/messaging/pads/server/pads.store.ts': '`INSERT INTO notes SELECT 1`; `SELECT 1 FROM notes FOR UPDATE`; // UPDATE notes in words',
      'src/identity/users/server/queries/list-users.ts': '`SELECT * FROM users JOIN notes n ON true`',
    };
    const problems = tablesRule(projectOf([notes({ tables: ['notes'] })], files));
    expect(problems.map((p) => [p.file, p.message.slice(0, 22)])).toEqual([
      ['src/messaging/pads/server/pads.store.ts', 'It writes the table "n'],
      ['src/identity/users/server/queries/list-users.ts', 'It reads the table "no'],
    ]);
    expect(tablesRule(projectOf([notes({ tables: [] })], files))[0]?.message).toContain('add it to "tables"');
  });

  it('keep the words of the product out of the kernel', () => {
    const files = { 'src/kernel/server/x.ts': 'const channel_id = 1; // posts\nconst scope = "x" as \'team\';\nfunction loadChannels() {}\nhttp.method = "POST";' };
    expect(kernelWordsRule(projectOf([], files)).map((p) => [p.line, p.message.slice(0, 34)])).toEqual([[3, 'The kernel speaks of "loadChannels']]);
  });

  it('find rules that are switched off in the code', () => {
    expect(escapesRule(projectOf([], { 'src/kernel/server/x.ts': `// ${'@ts'}-expect-error\n// ${'eslint'}-disable-next-line` }))).toHaveLength(2);
  });
});
