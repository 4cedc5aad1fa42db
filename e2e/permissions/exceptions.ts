import type { Outsider } from './persons.ts';

/** Who besides the owner is let in, where the scene plays in a private channel, and where in an open one. */
export interface Allowance {
  readonly private?: readonly Outsider[];
  readonly open?: readonly Outsider[];
  readonly why: string;
}

const EVERYBODY: readonly Outsider[] = ['outsider', 'bot', 'teammate', 'guest'];
const TEAM: readonly Outsider[] = ['teammate', 'guest'];
const PEOPLE: readonly Outsider[] = ['outsider', 'bot', 'teammate'];
const MEMBER: readonly Outsider[] = ['teammate'];

const both = (who: readonly Outsider[], why: string): Allowance => ({ private: who, open: who, why });
const inOpen = (who: readonly Outsider[], why: string): Allowance => ({ open: who, why });

const READS_TEAM = 'who is in a team sees what it is and who is in it';
const FINDS = 'who is in a team finds its open channels, and of the private ones those of which one is a member';
const ANY_GROUP = 'the protocol lets every account keep groups of people up, guests excepted; they open nothing';
const READS_OPEN = 'open channels are there to be read by everybody of the team, guests excepted';
const MARKS_OPEN = 'who can read a channel can pin in it';

/** The whole list: it must match what the server does, in both directions. */
export const EXCEPTIONS: Readonly<Record<string, Allowance>> = {
  'POST /api/v4/teams': both(PEOPLE, 'people and bots may make teams, guests may not'),
  'GET /api/v4/teams': both(PEOPLE, 'it lists the teams that are open to all, which this one is not'),
  'POST /api/v4/teams/search': both(PEOPLE, 'it finds the teams that are open to all, which this one is not'),
  'GET /api/v4/teams/name/:team_name/exists': both(EVERYBODY, 'to those who are not in it a team does not exist'),
  'GET /api/v4/teams/:team_id': both(TEAM, READS_TEAM),
  'GET /api/v4/teams/name/:team_name': both(TEAM, READS_TEAM),
  'GET /api/v4/teams/:team_id/stats': both(TEAM, READS_TEAM),
  'GET /api/v4/commands': both(TEAM, 'who is in a team sees what commands there are'),
  'GET /api/v4/teams/:team_id/commands/autocomplete': both(TEAM, 'who is in a team sees what commands there are'),
  'GET /api/v4/teams/:team_id/commands/autocomplete_suggestions': both(TEAM, 'who is in a team sees what commands there are'),
  'GET /api/v4/teams/:team_id/members': both(TEAM, READS_TEAM),
  'POST /api/v4/teams/:team_id/members/ids': both(TEAM, 'guests get those whom they can see, here nobody'),
  'GET /api/v4/teams/:team_id/members/:user_id': both(MEMBER, 'guests see only people of their channels'),
  'POST /api/v4/teams/:team_id/members': both(MEMBER, 'who is in a team may bring others in'),
  'POST /api/v4/teams/:team_id/invite/email': both(MEMBER, 'who is in a team may invite others to it'),
  'POST /api/v4/teams/:team_id/members/batch': both(MEMBER, 'who is in a team may bring others in'),
  'GET /api/v4/system/notices/:team_id': both(EVERYBODY, 'notices are about the product and the same for everybody'),

  'POST /api/v4/groups': both(PEOPLE, ANY_GROUP),
  'GET /api/v4/groups/:group_id': both(EVERYBODY, 'whoever may be mentioned by a group may see who that is'),
  'GET /api/v4/groups/:group_id/members': both(EVERYBODY, 'guests get those of its people whom they know'),
  'PUT /api/v4/groups/:group_id/patch': both(PEOPLE, ANY_GROUP),
  'DELETE /api/v4/groups/:group_id': both(PEOPLE, ANY_GROUP),
  'POST /api/v4/groups/:group_id/restore': both(PEOPLE, ANY_GROUP),
  'POST /api/v4/groups/:group_id/members': both(PEOPLE, ANY_GROUP),
  'DELETE /api/v4/groups/:group_id/members': both(PEOPLE, ANY_GROUP),
  'GET /api/v4/teams/:team_id/groups': both(MEMBER, FINDS),
  'GET /api/v4/teams/:team_id/groups_by_channels': both(MEMBER, 'who is in a team sees which groups fill its open channels, and the private ones of which one is a member'),

  'POST /api/v4/channels': both(MEMBER, 'who is in a team may make channels, guests excepted'),
  'POST /api/v4/channels/group': both(PEOPLE, 'people may write to each other, whatever their teams; the actor is always one of them'),
  'GET /api/v4/teams/:team_id/channels': both(MEMBER, FINDS),
  'GET /api/v4/teams/:team_id/channels/deleted': both(MEMBER, FINDS),
  'POST /api/v4/teams/:team_id/channels/ids': both(MEMBER, FINDS),
  'POST /api/v4/teams/:team_id/channels/search': both(TEAM, FINDS),
  'GET /api/v4/teams/:team_id/channels/autocomplete': both(MEMBER, FINDS),
  'GET /api/v4/teams/:team_id/channels/search_autocomplete': both(EVERYBODY, 'it finds only channels of which one is a member'),
  'GET /api/v4/teams/:team_id/channels/name/:channel_name': inOpen(MEMBER, READS_OPEN),
  'GET /api/v4/teams/name/:team_name/channels/name/:channel_name': inOpen(MEMBER, READS_OPEN),
  'GET /api/v4/channels/:channel_id': inOpen(MEMBER, READS_OPEN),
  'POST /api/v4/channels/stats/member_count': inOpen(MEMBER, READS_OPEN),

  'GET /api/v4/channels/:channel_id/posts': inOpen(MEMBER, READS_OPEN),
  'GET /api/v4/channels/:channel_id/bookmarks': inOpen(MEMBER, READS_OPEN),
  'GET /api/v4/channels/:channel_id/pinned': inOpen(MEMBER, READS_OPEN),
  'GET /api/v4/posts/:post_id': inOpen(MEMBER, READS_OPEN),
  'GET /api/v4/posts/:post_id/thread': inOpen(MEMBER, READS_OPEN),
  'GET /api/v4/posts/:post_id/info': inOpen(MEMBER, READS_OPEN),
  'GET /api/v4/posts/:post_id/reactions': inOpen(MEMBER, READS_OPEN),
  'POST /api/v4/posts/ids/reactions': inOpen(MEMBER, READS_OPEN),
  'POST /api/v4/posts/:post_id/pin': inOpen(MEMBER, MARKS_OPEN),
  'POST /api/v4/posts/:post_id/unpin': inOpen(MEMBER, MARKS_OPEN),
  'GET /api/v4/posts/:post_id/files/info': inOpen(MEMBER, READS_OPEN),
  'GET /api/v4/files/:file_id': inOpen(MEMBER, READS_OPEN),
  'GET /api/v4/files/:file_id/preview': inOpen(MEMBER, READS_OPEN),
  'GET /api/v4/files/:file_id/thumbnail': inOpen(MEMBER, READS_OPEN),
  'GET /api/v4/files/:file_id/info': inOpen(MEMBER, READS_OPEN),
  'GET /api/v4/files/:file_id/link': inOpen(MEMBER, READS_OPEN),
  'GET /api/v4/posts/scheduled/team/:team_id': both(TEAM, 'everybody gets their own'),
  'POST /hooks/:hook_id': both(EVERYBODY, 'whoever knows the address of a webhook may post: its id is the secret'),
  'PATCH /hooks/:hook_id/posts/:post_id': both(EVERYBODY, 'whoever knows the address of a webhook may change what it posted'),
  'DELETE /hooks/:hook_id/posts/:post_id': both(EVERYBODY, 'whoever knows the address of a webhook may delete what it posted'),
  'GET /api/muster/v1/hooks/vendors': both(EVERYBODY, 'the list of tools is the same for everybody'),
  'POST /api/v4/teams/:team_id/posts/search': both(TEAM, 'it searches the channels of which one is a member'),
  'POST /api/v4/teams/:team_id/files/search': both(TEAM, 'it searches the channels of which one is a member'),
};
