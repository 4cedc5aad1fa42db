import { answerOk, drain, route, type HttpRequest, type Routes } from '#kernel/server/index.ts';
import { attachPlugin } from './actions/attach-plugin.ts';
import { detachPlugin } from './actions/detach-plugin.ts';
import { disablePlugin } from './actions/disable-plugin.ts';
import { enablePlugin } from './actions/enable-plugin.ts';
import { installPlugin } from './actions/install-plugin.ts';
import { markMarketplaceVisit } from './actions/mark-marketplace-visit.ts';
import { removePlugin } from './actions/remove-plugin.ts';
import { uploadPlugin } from './actions/upload-plugin.ts';
import { getMarketplaceVisit } from './queries/get-marketplace-visit.ts';
import { listMarketplacePlugins } from './queries/list-marketplace-plugins.ts';
import { listPluginStatuses } from './queries/list-plugin-statuses.ts';
import { listPlugins } from './queries/list-plugins.ts';
import { listWebappPlugins } from './queries/list-webapp-plugins.ts';

const answer = answerOk;

// Ids of plugins are no ids of the protocol, such as com.example.one.
const readPluginId = (request: HttpRequest) => ({ plugin_id: request.params['plugin_id'] });

export const routes: Routes = {
  'GET /api/v4/plugins': listPlugins,
  'POST /api/v4/plugins': route({
    action: uploadPlugin,
    is_streamed: true,
    read: (request) => {
      drain(request.raw);
      return {};
    },
  }),
  'POST /api/v4/plugins/install_from_url': installPlugin,
  'POST /api/v4/plugins/reattach': attachPlugin,
  'GET /api/v4/plugins/marketplace': listMarketplacePlugins,
  'POST /api/v4/plugins/marketplace': installPlugin,
  'GET /api/v4/plugins/marketplace/first_admin_visit': getMarketplaceVisit,
  'POST /api/v4/plugins/marketplace/first_admin_visit': route({ action: markMarketplaceVisit, answer }),
  'GET /api/v4/plugins/statuses': listPluginStatuses,
  'GET /api/v4/plugins/webapp': listWebappPlugins,
  'DELETE /api/v4/plugins/:plugin_id': route({ action: removePlugin, read: readPluginId, answer }),
  'POST /api/v4/plugins/:plugin_id/enable': route({ action: enablePlugin, read: readPluginId, answer }),
  'POST /api/v4/plugins/:plugin_id/disable': route({ action: disablePlugin, read: readPluginId, answer }),
  'POST /api/v4/plugins/:plugin_id/detach': route({ action: detachPlugin, read: readPluginId, answer }),
};
