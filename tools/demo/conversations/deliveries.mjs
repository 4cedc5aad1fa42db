const release = (title, fields, color = 'good', footer = 'deploy') => ({ attachments: [{ color, title, fields: Object.entries(fields).map(([title, value]) => ({ title, value, short: true })), footer }] });

export default [
  {
    where: 'deployments',
    messages: [
      ['deploybot', '3d 11:36', '', { ...release('web 2.18.4 is live', { Commit: '`9f31c2a`', Took: '2 min 08 s', By: '@tomas' }, 'good', 'deploy · run 8829'), reactions: { shipped: ['tomas', 'hilda'] } }],
      ['deploybot', '2d 14:20', '', { ...release('schedule-import 1.9.0 is live', { Commit: '`77be01d`', Took: '1 min 40 s', By: '@yuki' }, 'good', 'deploy · run 8833'), reactions: { racehorse: ['daniel'] } }],
      ['tomas', '1d 13:02', 'web 2.19.0 is on staging: port times in the local zone, print page, and the new empty states. Please click around until tomorrow.', { files: ['port-times.png'], reactions: { eyes: ['grace', 'hilda'] }, replies: [['grace', '+30m', 'Lovely. The empty state of "Documents" still says "no data", shall we say what one can do there?'], ['tomas', '+12m', 'Changed to _"Drop papers here, or let the carrier send them"_ with a button.', { reactions: { heart: ['grace'] } }]] }],
      ['deploybot', '226m', '', { ...release('gateway 5.31.2 is live', { Commit: '`c40d9e1`', Took: '5 min 55 s', By: '@john' }, 'good', 'deploy · run 8840') }],
      ['deploybot', '171m', '', { ...release('gateway rolled back to 5.31.1', { Commit: '`0b7721f`', Took: '4 min 12 s', By: '@john' }, 'warning', 'deploy · run 8841'), replies: [['john', '+3m', 'Why: see inc-042. The pipeline is closed for gateway until the overlay check is in.', { reactions: { thumbsup: ['elena', 'amara'] } }]] }],
    ],
  },
  {
    where: 'mobile',
    messages: [
      ['steve', '4d 10:15', 'Driver app 4.8: scanning works without network now. Codes wait on the phone and leave in order once it is back.', { files: ['driver-app.png'], reactions: { fire: ['grace', 'tomas', 'leonard'], iphone: ['amara'] } }],
      ['grace', '4d 10:40', 'Drivers in the tunnel at Drogden will love you. What happens if two phones scan the same container?', { replies: [['steve', '+6m', 'First scan counts, the second one says who was first and when.'], ['grace', '+2m', 'Exactly right.']] }],
      ['steve', '2d 16:10', 'Crash-free sessions of 4.7 after a week: **99.83 %**. The rest is one old phone model with a full disk.', { reactions: { chart_with_upwards_trend: ['grace'], tada: ['tomas'] } }],
      ['tomas', '1d 09:20', 'The shared components are out of beta. Buttons on the phone and on the web finally agree about what blue is.', { reactions: { art: ['steve', 'grace'] } }],
      ['steve', '140m', '4.8 passed review in both stores. Roll-out Thursday morning: 5 %, then 25 %, then everybody on Monday.', { reactions: { rocket: ['grace', 'tomas', 'amara'] } }],
    ],
  },
  {
    where: 'security',
    messages: [
      ['priya', '5d 09:00', 'Quarterly access review: please look at the list of people with production access and strike who no longer needs it.', { files: ['access-review.csv'], is_pinned: true, replies: [['leonard', '+40m', 'Struck four of mine.'], ['john', '+55m', 'Two, and one service account that nobody claims.'], ['priya', '+5m', 'I turn that one off on Monday and wait who calls.', { reactions: { popcorn: ['john'] } }]] }],
      ['priya', '2d 11:45', 'The image scanner found an old OpenSSL in `customs-export`. Not reachable from outside. Rebuild is enough, by Friday.', { replies: [['john', '+15m', 'Rebuilt and live.', { reactions: { lock: ['priya'] } }]] }],
      ['elena', '1d 14:00', 'The phishing exercise: 3 of 61 clicked, 44 reported it. Median time to the first report: *2 minutes*. That is good.', { reactions: { clap: ['priya', 'leonard', 'daniel'] } }],
    ],
  },
  {
    where: 'release-notes',
    messages: [
      ['grace', '3d 12:00', '**Portal 2.18.4** – Customs papers print again in every browser.', { reactions: { thumbsup: ['hilda'] } }],
      ['grace', '1d 16:30', '**Portal 2.19** (Thursday)\n- Times of a port in its own time zone, UTC one click away\n- Documents: drop files anywhere on the page\n- Lists remember how you sorted them\n\nHilda, is that clear enough for the newsletter?', { replies: [['hilda', '+20m', 'Very. I only add a picture of the time switch.']] }],
    ],
  },
];
