import { setting } from '#kernel/server/index.ts';

export const enableProvider = setting({ key: 'ServiceSettings.EnableOAuthServiceProvider', default: true, client: 'EnableOAuthServiceProvider', summary: 'Programs can be registered that act for people by OAuth 2.' });
export const enableRegistration = setting({ key: 'ServiceSettings.EnableDynamicClientRegistration', default: false, client: 'EnableDynamicClientRegistration', summary: 'Programs may register themselves (RFC 7591). People are still asked.' });
export const redirectAllowlist = setting<readonly string[]>({ key: 'ServiceSettings.DCRRedirectURIAllowlist', default: [], summary: 'To what addresses a program that registers itself may lead back, such as https://*.example.com/**; empty: to any.' });

export const settings = [enableProvider, enableRegistration, redirectAllowlist];
