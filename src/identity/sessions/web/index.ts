import { ShieldCheck } from 'lucide-react';
import { lazy } from 'react';
import { defineWebFeature, shell_slots } from '#kernel/web/index.ts';
import { LoginPage } from './pages/LoginPage.tsx';
import { NewPasswordPage, ResetPasswordPage } from './pages/ResetPasswordPage.tsx';
import { session_messages as m } from './sessions.messages.ts';

export { PasswordField } from './components/PasswordField.tsx';
export { safePath } from './safe-path.ts';
export { security_sections } from './sessions.slots.ts';
export { signIn, signOut } from './sessions.client.ts';

export default defineWebFeature({
  name: 'sessions',
  routes: [
    { path: '/login', component: LoginPage, place: 'open' },
    { path: '/reset_password', component: ResetPasswordPage, place: 'open' },
    { path: '/reset_password_complete', component: NewPasswordPage, place: 'open' },
  ],
  slots: [shell_slots.settings.add({ id: 'security', title: m.security, icon: ShieldCheck, component: lazy(() => import('./components/SecuritySettings.tsx')) })],
});
