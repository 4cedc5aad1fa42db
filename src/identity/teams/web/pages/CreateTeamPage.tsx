import { useState, type FormEvent, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { team_limits } from '#identity/teams/wire/index.ts';
import { BarePage, Button, Field, FormError, Input, useSubmit, useT } from '#kernel/web/index.ts';
import { homeTeam } from '../last-team.ts';
import { faultOfAddress, teamAddressFrom } from '../team-address.ts';
import { createTeam, doesTeamExist } from '../teams.client.ts';
import { team_messages as m } from '../teams.messages.ts';

/** Makes a team with the person as its administrator. */
export function CreateTeamPage(): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const home = homeTeam();
  const [display_name, setDisplayName] = useState('');
  const [own_name, setOwnName] = useState<string>();
  const { is_busy, error, setError, submit } = useSubmit({ 'app.team.save.existing.app_error': m.address_taken, 'store.sql_team.save_team.existing.app_error': m.address_taken });
  const name = own_name ?? teamAddressFrom(display_name);
  const create = (event: FormEvent): void => {
    event.preventDefault();
    if (!display_name.trim()) return setError(t(m.name_missing));
    const fault = faultOfAddress(name);
    if (fault) return setError(t(fault === 'reserved' ? m.address_reserved : m.address_invalid));
    submit(async () => {
      if (await doesTeamExist(name)) return setError(t(m.address_taken));
      const team = await createTeam({ name, display_name: display_name.trim(), type: 'O' });
      await navigate(`/${team.name}`);
    });
  };
  return (
    <BarePage title={t(m.create_title)} text={t(home ? m.create_text : m.create_first_text)} foot={<Link to={home ? `/${home.name}` : '/select_team'}>{home ? t(m.back, { name: home.display_name }) : t(m.join)}</Link>}>
      <form onSubmit={create} noValidate>
        <Field label={t(m.name)}>
          {(control) => <Input {...control} value={display_name} maxLength={team_limits.display_name_max} placeholder={t(m.name_hint)} autoFocus onChange={(event) => setDisplayName(event.target.value)} />}
        </Field>
        <Field label={t(m.address)} hint={name ? t(m.address_hint, { origin: location.host, name }) : undefined}>
          {(control) => <Input {...control} value={name} maxLength={team_limits.name_max} spellCheck={false} autoCapitalize="none" onChange={(event) => setOwnName(event.target.value.toLowerCase())} />}
        </Field>
        <FormError>{error}</FormError>
        <Button type="submit" variant="primary" is_busy={is_busy} is_wide>{t(m.create_button)}</Button>
      </form>
    </BarePage>
  );
}
