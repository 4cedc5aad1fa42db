import { setting } from '#kernel/server/index.ts';

export const enableCustomBrand = setting({ key: 'TeamSettings.EnableCustomBrand', default: false, summary: 'The log-in page shows the picture and words of this server.', client: 'EnableCustomBrand', is_public: true });
export const customBrandText = setting({ key: 'TeamSettings.CustomBrandText', default: '', summary: 'The words of the log-in page.', client: 'CustomBrandText', is_public: true });

export const settings = [enableCustomBrand, customBrandText];
