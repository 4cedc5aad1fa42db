export default [
  {
    where: 'inc-042-api-latency',
    messages: [
      ['elena', '212m', '#### inc-042 · Booking API slow in eu-west\nSeverity **1**, since 12 minutes. I am commander, @leonard leads the search, @hilda speaks to customers.\n\n| what | state |\n|---|---|\n| p99 of `/v4/bookings` | **2.4 s** (normal 180 ms) |\n| region | eu-west only |\n| customers hit | about 140 shippers |\n\nNext update in 30 minutes.', { is_pinned: true, reactions: { eyes: ['leonard', 'amara', 'john', 'hilda'], thumbsup: ['grace'] } }],
      ['leonard', '206m', 'Latency begins exactly with gateway 5.31.2. Errors are flat, so requests wait rather than fail. @amara can you look at what they wait for?', {
        files: ['latency-eu-west.png'],
        reactions: { mag: ['amara', 'john'] },
        replies: [
          ['amara', '+3m', 'On it. First sample of traces: 90 % of the time is in `acquire` of the connection pool.'],
          ['sofia', '+2m', 'Database side is bored: 11 % CPU, no locks, 42 of 400 connections used.', { reactions: { thinking_face: ['leonard'] } }],
          ['amara', '+5m', 'Then the pool itself is small. 5.31.2 changed the default from 64 to 8:\n```yaml\n# gateway/values.yaml\npool:\n-  max: 64\n+  max: 8      # "keep the staging database alive"\n  idle_timeout: 30s\n```', { reactions: { face_palm: ['john', 'tomas'], dart: ['elena', 'leonard', 'sofia'] } }],
          ['john', '+1m', 'That was meant for staging only. The overlay lost its `environment:` line in the clean-up. My review missed it, sorry.', { reactions: { hugging_face: ['amara', 'elena'] } }],
          ['elena', '+2m', 'No sorry needed here, we talk about the overlay in the review. Two ways: raise the pool, or roll back. What is quicker?'],
          ['john', '+1m', 'Roll back: 4 minutes, one cell after the other. A new release needs 15.'],
        ],
      }],
      ['hilda', '188m', 'Seven tickets so far, all the same picture: "saving takes forever". I tell them we know, and that bookings are **not** lost. Correct?', {
        replies: [['leonard', '+1m', 'Correct: every request that answers has been saved. Slow, but whole.'], ['hilda', '+1m', 'Thank you. Status page is up.', { reactions: { raised_hands: ['elena', 'grace'] } }]],
      }],
      ['elena', '181m', 'Decision: roll back to **5.31.1**. @john does it, @leonard watches. Everybody else: hands off eu-west please.', { reactions: { white_check_mark: ['john', 'leonard', 'sofia', 'amara'] } }],
      ['deploybot', '179m', '', { attachments: [{ color: 'warning', title: 'Rolling back gateway to 5.31.1', title_link: 'https://deploy.fjordline.example/r/8841', text: 'Drains one cell at a time, 6 cells in eu-west.', fields: [{ title: 'From', value: '5.31.2', short: true }, { title: 'To', value: '5.31.1', short: true }, { title: 'Asked by', value: '@john', short: true }], footer: 'deploy · run 8841' }], reactions: { crossed_fingers: ['amara', 'hilda'] } }],
      ['john', '174m', 'Three of six cells done. p99 of the first one is back at 190 ms.', { files: ['rollback-plan.md'] }],
      ['deploybot', '171m', '', { attachments: [{ color: 'good', title: 'gateway 5.31.1 runs in eu-west', title_link: 'https://deploy.fjordline.example/r/8841', text: 'All 6 cells healthy.', fields: [{ title: 'Took', value: '4 min 12 s', short: true }, { title: 'Errors while draining', value: '0', short: true }], footer: 'deploy · run 8841' }], reactions: { allgreen: ['john', 'leonard', 'elena'], tada: ['hilda'] } }],
      ['leonard', '160m', 'p99 **184 ms**, pool at 30 of 64. I would keep watching for half an hour before we close.', { files: ['latency-after.png'], reactions: { allgreen: ['amara', 'sofia', 'grace'] } }],
      ['grace', '126m', 'The two big shippers confirm that saving is quick again. Thanks all, calm and fast.', { reactions: { heart: ['hilda', 'elena', 'john', 'amara'] } }],
      ['elena', '95m', 'Draft of the review is attached, with the timeline. Please comment in this thread until tomorrow noon; we look for **what made it easy to happen**, not for who.', {
        files: ['inc-042-review.pdf', 'timeline.csv'],
        is_pinned: true,
        replies: [
          ['john', '+9m', 'Proposal: overlays without an `environment:` line fail the build. Ten lines in the pipeline, I write them today.', { reactions: { '+1': ['amara', 'leonard', 'tomas'] } }],
          ['sofia', '+6m', 'And an alert on *time waiting for a connection*. We had no signal between the gateway and me.', { reactions: { '100': ['leonard', 'amara'] } }],
          ['priya', '+12m', 'Could the pool default become a required value? A default that fits nobody is worse than none.'],
        ],
      }],
      ['amara', '24m', 'The build check for overlays is in review: it would have stopped 5.31.2 with _"overlay eu-west names no environment"_.', { reactions: { rocket: ['john'], eyes: ['elena'] } }],
      ['elena', '11m', '@leonard are you fine with closing inc-042 at the top of the hour?'],
    ],
  },
  {
    where: 'escalations',
    messages: [
      ['hilda', '3d 10:12', 'Nordhavn Shipping cannot print customs papers from the portal. Their word: "since this morning, empty page".', {
        replies: [['tomas', '+14m', 'Reproduced: their browser blocks the new print window. I make it a plain page.'], ['tomas', '+61m', 'Out with web 2.18.4, they may try again.'], ['hilda', '+22m', 'They can print. Closed, thank you!', { reactions: { tada: ['tomas', 'grace'] } }]],
      }],
      ['grace', '1d 15:40', 'Two shippers ask for the booking export with **local** port times instead of UTC. Is that a setting already or a wish?', { replies: [['amara', '+18m', 'A wish. The data is there, it needs a column and a choice. I would guess two days.'], ['grace', '+7m', 'Then it goes onto the list for October.']] }],
      ['hilda', '190m', 'Many tickets about slow saving, all eu-west. Engineering is on it in Engineering → inc-042. Answer with the text from the status page please.', { is_pinned: true, reactions: { eyes: ['grace', 'tomas'] } }],
      ['hilda', '120m', 'Slow saving is over since 40 minutes. 23 tickets, all answered, 19 closed already.', { reactions: { clap: ['grace', 'elena', 'leonard'] } }],
    ],
  },
];
