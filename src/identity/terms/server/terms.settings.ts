import { setting } from '#kernel/server/index.ts';

export const enableTerms = setting({ key: 'SupportSettings.CustomTermsOfServiceEnabled', default: false, summary: 'People must accept terms of service before they use the server.', client: 'EnableCustomTermsOfService' });
export const reAcceptancePeriod = setting({ key: 'SupportSettings.CustomTermsOfServiceReAcceptancePeriod', default: 365, min: 1, summary: 'Days until people are asked again.', client: 'CustomTermsOfServiceReAcceptancePeriod' });

export const settings = [enableTerms, reAcceptancePeriod];
