import { setting, type Setting } from '../settings.ts';

export const allowedInternal = setting({ key: 'ServiceSettings.AllowedUntrustedInternalConnections', default: '', summary: 'Host names, addresses and networks (10.1.0.0/16) of your own network that webhooks, commands, previews and the image proxy may call, separated by spaces.' });

export const outboundSettings: Setting[] = [allowedInternal];
