import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { safePath } from '#identity/sessions/web/index.ts';
import { fetchInvite, joinByInvite, joinByToken } from '#identity/teams/web/index.ts';
import type { TeamInviteInfo } from '#identity/teams/wire/index.ts';
import { ApiError, BarePage, Button, FormError, sessionStore, Skeleton, useConfig, useSubmit, useT } from '#kernel/web/index.ts';
import { onboarding_messages as m } from '../onboarding.messages.ts';
import type { Invitation } from '../onboarding.client.ts';
import { SignUpForm } from './SignUpForm.tsx';

type Invited = Pick<TeamInviteInfo, 'name' | 'display_name' | 'description'>;

/** Where one gets an account: the first one of a server, by invitation, or where everybody may. */
export function SignUpPage(): ReactNode {
  const t = useT();
  const [params] = useSearchParams();
  const invite_id = params.get('id') ?? '';
  const token = params.get('t') ?? '';
  const mailed = useMailed(token, params.get('d'));
  const status = sessionStore((state) => state.status);
  const by_link = useInvite(invite_id);
  const invite = mailed ?? by_link;
  const is_first = useConfig('NoAccounts') === 'true';
  const is_open = useConfig('EnableOpenServer') === 'true';
  const can_create = useConfig('EnableUserCreation') !== 'false';
  const [is_submitted, setIsSubmitted] = useState(false);
  const target = invite && invite !== 'invalid' ? `/${invite.name}` : safePath(params.get('redirect_to'));
  if (status === 'signed_in' && (is_submitted || !(invite_id || token))) return <Navigate to={target} replace />;
  if (invite === 'invalid') return <Closed title={t(m.invite_invalid_title)} text={t(m.invite_invalid_text)} />;
  if (invite_id && !invite) return <BarePage title={<Skeleton width={220} height={24} />}><Skeleton height={220} /></BarePage>;
  if (invite && status === 'signed_in') return <JoinTeam invitation={{ invite_id, token }} team={invite} />;
  if (!can_create || !(is_first || is_open || invite)) return <Closed title={t(m.closed_title)} text={t(m.closed_text)} />;
  const log_in = invite_id || token ? `/login?redirect_to=${encodeURIComponent(`/join${location.search}`)}` : '/login';
  return (
    <BarePage
      title={is_first ? t(m.first_title) : invite ? t(m.invited_title, { team: invite.display_name }) : t(m.title)}
      text={is_first ? t(m.first_text) : invite ? t(m.invited_text) : undefined}
      foot={!is_first && <>{t(m.have_account)} <Link to={log_in}>{t(m.log_in)}</Link></>}
    >
      <SignUpForm invitation={{ invite_id, token }} invited_email={mailed?.email ?? ''} on_submit={() => setIsSubmitted(true)} />
    </BarePage>
  );
}

/** For people with an account: an invitation opened after the log-in. */
export function JoinPage(): ReactNode {
  const [params] = useSearchParams();
  return <Navigate to={`/signup_user_complete/?${params}`} replace />;
}

function JoinTeam({ invitation, team }: { invitation: Invitation; team: Invited }): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const { is_busy, error, submit } = useSubmit();
  const join = (): void => submit(() => (invitation.token ? joinByToken(invitation.token) : joinByInvite(invitation.invite_id)), () => void navigate(`/${team.name}`));
  return (
    <BarePage title={t(m.invited_title, { team: team.display_name })} text={team.description || t(m.invited_known)} foot={<Link to="/">{t(m.to_start)}</Link>}>
      <FormError>{error}</FormError>
      <Button variant="primary" is_wide is_busy={is_busy} onClick={join}>{t(m.join, { team: team.display_name })}</Button>
    </BarePage>
  );
}

function Closed({ title, text }: { title: string; text: string }): ReactNode {
  const t = useT();
  return <BarePage title={title} text={text}><Button as_child><Link to="/">{t(m.to_start)}</Link></Button></BarePage>;
}

// The link of a mail says itself where it leads; the server looks at its token when it is used.
function useMailed(token: string, about: string | null): (Invited & { email: string }) | undefined {
  return useMemo(() => {
    if (!token) return undefined;
    try {
      const { email, name, display_name } = JSON.parse(about ?? '') as Record<string, unknown>;
      return { email: String(email ?? ''), name: String(name ?? ''), display_name: String(display_name ?? ''), description: '' };
    } catch {
      return undefined;
    }
  }, [token, about]);
}

function useInvite(invite_id: string): TeamInviteInfo | 'invalid' | undefined {
  const [invite, setInvite] = useState<TeamInviteInfo | 'invalid'>();
  useEffect(() => {
    if (!invite_id) return;
    fetchInvite(invite_id).then(setInvite, (error: unknown) => {
      if (error instanceof ApiError && error.status_code >= 400) setInvite('invalid');
    });
  }, [invite_id]);
  return invite;
}
