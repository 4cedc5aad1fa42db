import { setting } from '#kernel/server/index.ts';

export const cleanupThreshold = setting({ key: 'JobSettings.CleanupJobsThresholdDays', default: -1, min: -1, summary: 'Days after which ended jobs are forgotten; -1: never.' });

export const settings = [cleanupThreshold];
