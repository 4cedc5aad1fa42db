import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { createOutgoingConnection } from './actions/create-outgoing-connection.ts';
import { deleteOutgoingConnection } from './actions/delete-outgoing-connection.ts';
import { updateOutgoingConnection } from './actions/update-outgoing-connection.ts';
import { validateOutgoingConnection } from './actions/validate-outgoing-connection.ts';
import { getOutgoingConnection } from './queries/get-outgoing-connection.ts';
import { listOutgoingConnections } from './queries/list-outgoing-connections.ts';

const PATH = '/api/v4/oauth/outgoing_connections';

export const routes: Routes = {
  [`GET ${PATH}`]: listOutgoingConnections,
  [`POST ${PATH}`]: { action: createOutgoingConnection, status: 201 },
  [`POST ${PATH}/validate`]: route({ action: validateOutgoingConnection, answer: answerOk }),
  [`GET ${PATH}/:outgoing_oauth_connection_id`]: getOutgoingConnection,
  [`PUT ${PATH}/:outgoing_oauth_connection_id`]: updateOutgoingConnection,
  [`DELETE ${PATH}/:outgoing_oauth_connection_id`]: route({ action: deleteOutgoingConnection, answer: answerOk }),
};
