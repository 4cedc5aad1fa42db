import { setting, type Setting } from '#kernel/server/index.ts';

export const enableLinkPreviews = setting({ key: 'ServiceSettings.EnableLinkPreviews', default: true, client: 'EnableLinkPreviews', summary: 'The server looks what is behind links and shows it under messages.' });
export const enablePermalinkPreviews = setting({ key: 'ServiceSettings.EnablePermalinkPreviews', default: true, client: 'EnablePermalinkPreviews', summary: 'Links to messages show the message.' });
export const restrictLinkPreviews = setting({ key: 'ServiceSettings.RestrictLinkPreviews', default: '', summary: 'Domains whose links are not looked at, separated by commas.' });
export const enableImageProxy = setting({ key: 'ImageProxySettings.Enable', default: false, client: 'HasImageProxy', summary: 'Clients get pictures of other servers through this one.' });
export const imageProxyType = setting({ key: 'ImageProxySettings.ImageProxyType', default: 'local', choices: ['local', 'atmos/camo'], summary: 'local: this server fetches them. atmos/camo: a proxy of that kind does.' });
export const remoteProxyUrl = setting({ key: 'ImageProxySettings.RemoteImageProxyURL', default: '', summary: 'The address of the atmos/camo proxy.' });
export const remoteProxyOptions = setting({ key: 'ImageProxySettings.RemoteImageProxyOptions', default: '', is_secret: true, summary: 'The key that the atmos/camo proxy shares with this server.' });

export const previewsSettings: Setting[] = [enableLinkPreviews, enablePermalinkPreviews, restrictLinkPreviews, enableImageProxy, imageProxyType, remoteProxyUrl, remoteProxyOptions];
