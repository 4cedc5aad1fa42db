import { AppError, userError } from '#kernel/server/index.ts';

/** A refusal that OAuth clients understand too: `error` is a word of RFC 6749 or 7591. */
export class OAuthError extends AppError {
  readonly error: string;

  constructor(error: string, id: string, message: string, status = 400) {
    super(id, message, status);
    this.error = error;
  }

  override toBody(request_id: string) {
    return { ...super.toBody(request_id), error: this.error, error_description: this.message };
  }
}

export function refuseGrant(id: string, message: string): OAuthError {
  return new OAuthError('invalid_grant', `api.oauth.get_access_token.${id}.app_error`, message);
}

export function refuseClient(): OAuthError {
  return new OAuthError('invalid_client', 'api.oauth.get_access_token.credentials.app_error', 'The id or the secret of the app is wrong.', 401);
}

export function switchedOff(): AppError {
  return userError('api.oauth.turn_off.app_error', 'OAuth is switched off on this server (ServiceSettings.EnableOAuthServiceProvider).', 501);
}

export function missingApp(): AppError {
  return userError('app.oauth.get_app.find.app_error', 'There is no such app.', 404);
}
