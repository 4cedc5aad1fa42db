import { userError, type AppError } from '#kernel/server/index.ts';

/** What this server answers to whoever wants to bring a plugin: it runs none but its own features. */
export function uploadsDisabled(): AppError {
  return userError('app.plugin.upload_disabled.app_error', 'This server takes no plugins: what they would do is built in.', 501);
}

export function notInstalled(): AppError {
  return userError('app.plugin.not_installed.app_error', 'There is no such plugin.', 404);
}
