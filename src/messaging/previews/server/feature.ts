import { defineFeature, listenTo, route } from '#kernel/server/index.ts';
import { beforePostCreated, postCreated, postEdited, postMetadata } from '#messaging/posts/server/feature.ts';
import { addEmbeds } from './add-embeds.ts';
import { lookAtLinks, notePermalink } from './look-at-links.ts';
import { removeEmptyLinks } from './previews.jobs.ts';
import { previewsSettings } from './previews.settings.ts';
import { getOutsideImage, sendOutsideImage } from './queries/get-outside-image.ts';

/** What is behind the links of messages. */
export const previewsFeature = defineFeature({
  name: 'previews',
  area: 'messaging',
  summary: 'What is behind the links of messages.',
  tables: ['link_metadata'],
  routes: { 'GET /api/v4/image': route({ action: getOutsideImage, answer: sendOutsideImage }) },
  jobs: [removeEmptyLinks],
  settings: previewsSettings,
  listeners: [
    listenTo(postCreated, (ctx, { post }) => lookAtLinks(ctx, post)),
    listenTo(postEdited, (ctx, { post, is_reworded }) => (is_reworded ? lookAtLinks(ctx, post) : undefined)),
  ],
  contributes: [beforePostCreated.add(notePermalink), postMetadata.add(addEmbeds)],
});
