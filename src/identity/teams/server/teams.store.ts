import type { Sql } from '#kernel/server/index.ts';
import type { Team } from '../wire/index.ts';

/** The columns of a team; `t` is its table's name in the statement. */
export const teamColumns = (t = 'teams') =>
  ['id', 'create_at', 'update_at', 'delete_at', 'display_name', 'name', 'description', 'email', 'type', 'company_name', 'allowed_domains', 'invite_id', 'allow_open_invite', 'last_team_icon_update', 'scheme_id', 'group_constrained'].map((c) => `${t}.${c}`).join(', ');

const COLUMNS = teamColumns();

type Row = Omit<Team, 'policy_id' | 'cloud_limits_archived'>;

/** A row as the protocol shows it. The time of the picture is left out where there is none. */
export function toWireTeam({ last_team_icon_update, ...row }: Row): Team {
  return { ...row, ...(last_team_icon_update ? { last_team_icon_update } : {}), policy_id: null, cloud_limits_archived: false };
}

export async function insertTeam(sql: Sql, team: Team): Promise<void> {
  await sql.run(
    `INSERT INTO teams (id, create_at, update_at, display_name, name, description, email, type, company_name, allowed_domains, invite_id, allow_open_invite, scheme_id, group_constrained)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [team.id, team.create_at, team.update_at, team.display_name, team.name, team.description, team.email, team.type, team.company_name, team.allowed_domains, team.invite_id, team.allow_open_invite, team.scheme_id, team.group_constrained],
  );
}

export async function readTeams(sql: Sql, ids: readonly string[]): Promise<Map<string, Team>> {
  const rows = await sql.rows<Row>(`SELECT ${COLUMNS} FROM teams WHERE id = ANY($1)`, [ids]);
  return new Map(rows.map((row) => [row.id, toWireTeam(row)]));
}

export async function readTeamByName(sql: Sql, name: string): Promise<Team | undefined> {
  const row = await sql.maybe<Row>(`SELECT ${COLUMNS} FROM teams WHERE name = $1`, [name.toLowerCase()]);
  return row && toWireTeam(row);
}

export async function readTeamByInvite(sql: Sql, invite_id: string): Promise<Team | undefined> {
  const row = await sql.maybe<Row>(`SELECT ${COLUMNS} FROM teams WHERE invite_id = $1 AND delete_at = 0`, [invite_id]);
  return row && toWireTeam(row);
}

export type TeamChange = Partial<Pick<Team, 'display_name' | 'description' | 'company_name' | 'allowed_domains' | 'allow_open_invite' | 'group_constrained' | 'type' | 'invite_id' | 'last_team_icon_update' | 'delete_at' | 'scheme_id'>>;

// Which columns a change may touch; the names go into the statement, so they come from here alone.
const CHANGEABLE = ['display_name', 'description', 'company_name', 'allowed_domains', 'allow_open_invite', 'group_constrained', 'type', 'invite_id', 'last_team_icon_update', 'delete_at', 'scheme_id'] as const satisfies readonly (keyof TeamChange)[];

/** Changes what is given and returns the team as it is now. */
export async function updateTeam(sql: Sql, id: string, change: TeamChange, now: number): Promise<Team | undefined> {
  const keys = CHANGEABLE.filter((key) => change[key] !== undefined);
  const sets = keys.map((key, i) => `, ${key} = $${i + 3}`).join('');
  const row = await sql.maybe<Row>(`UPDATE teams SET update_at = $2${sets} WHERE id = $1 RETURNING ${COLUMNS}`, [id, now, ...keys.map((key) => change[key])]);
  return row && toWireTeam(row);
}

/** Removes a team and its members for good. */
export async function deleteTeam(sql: Sql, id: string): Promise<void> {
  await sql.run('DELETE FROM teams WHERE id = $1', [id]);
}

export async function readTeamIdsOfScheme(sql: Sql, scheme_id: string): Promise<string[]> {
  return (await sql.rows<{ id: string }>('SELECT id FROM teams WHERE scheme_id = $1', [scheme_id])).map((row) => row.id);
}
