import { defineWebFeature } from '#kernel/web/index.ts';
import { JoinPage, SignUpPage } from './pages/SignUpPage.tsx';

export default defineWebFeature({
  name: 'onboarding',
  routes: [
    { path: '/signup_user_complete', component: SignUpPage, place: 'open' },
    { path: '/signup_email', component: SignUpPage, place: 'open' },
    { path: '/join', component: JoinPage, place: 'session' },
  ],
});
