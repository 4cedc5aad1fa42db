import { defineEvent, framesOf, toUser, type Frame } from '#kernel/server/index.ts';
import type { Team, TeamEvents, TeamMember } from '../wire/index.ts';
import { withoutSecrets } from './teams.rules.ts';

export const teamCreated = defineEvent<{ team: Team }>('team.created');
export const teamUpdated = defineEvent<{ team: Team }>('team.updated');
/** A team follows another scheme, so that its members have other roles. */
export const teamSchemeChanged = defineEvent<{ team: Team }>('team.scheme-changed');
export const teamArchived = defineEvent<{ team: Team }>('team.archived');
export const teamRestored = defineEvent<{ team: Team }>('team.restored');
/** Told to the new member. The protocol tells it once more when somebody else adds: `is_added`. */
export const teamMemberAdded = defineEvent<{ team: Team; user_id: string; is_added: boolean }>('team-member.added');
export const teamMemberRemoved = defineEvent<{ team: Team; user_id: string }>('team-member.removed');
export const teamMemberUpdated = defineEvent<{ member: TeamMember }>('team-member.updated');

/** Audience: everybody of a team who is connected. */
export function toTeam(team_id: string): Pick<Frame, 'topics' | 'broadcast'> {
  return { topics: [topicOfTeam(team_id)], broadcast: { team_id } };
}

/** What the connections of a team's members follow. */
export function topicOfTeam(team_id: string): string {
  return `team:${team_id}`;
}

const teamFrame = (event: 'update_team_scheme' | 'update_team' | 'delete_team' | 'restore_team', team: Team): Frame => ({ event, data: { team: JSON.stringify(withoutSecrets(team)) } satisfies TeamEvents['update_team'], ...toTeam(team.id) });

export const frames = [
  framesOf(teamUpdated, ({ team }) => teamFrame('update_team', team)),
  framesOf(teamSchemeChanged, ({ team }) => teamFrame('update_team_scheme', team)),
  framesOf(teamArchived, ({ team }) => teamFrame('delete_team', team)),
  framesOf(teamRestored, ({ team }) => teamFrame('restore_team', team)),
  framesOf(teamMemberAdded, ({ team, user_id, is_added }) => {
    const frame: Frame = { event: 'added_to_team', data: { team_id: team.id, user_id } satisfies TeamEvents['added_to_team'], ...toUser(user_id) };
    return is_added ? [frame, frame] : frame;
  }),
  framesOf(teamMemberRemoved, ({ team, user_id }) => {
    const data = { team_id: team.id, user_id } satisfies TeamEvents['leave_team'];
    return [
      { event: 'leave_team', data, topics: [topicOfTeam(team.id)], broadcast: { team_id: team.id, omit_users: { [user_id]: true } } },
      { event: 'leave_team', data, ...toUser(user_id) },
    ];
  }),
  framesOf(teamMemberUpdated, ({ member }) => ({ event: 'memberrole_updated', data: { member: JSON.stringify(member) } satisfies TeamEvents['memberrole_updated'], ...toUser(member.user_id) })),
];
