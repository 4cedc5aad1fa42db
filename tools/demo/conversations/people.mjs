export default [
  {
    where: 'town-square',
    messages: [
      ['grace', '6d 10:00', '#### Welcome to Muster\nThis is where we talk, and where our machines talk to us. Three habits make it work:\n\n- **One subject, one thread.** Answer where the question is.\n- **Say it in the open.** Use direct messages for people, channels for work.\n- **Mute without guilt.** Mentions still reach you.', { is_pinned: true, reactions: { wave: ['leonard', 'amara', 'hilda', 'tomas', 'yuki'], fjordline: ['elena', 'john', 'sofia'] } }],
      ['elena', '4d 09:10', 'Last quarter: **11** incidents (17 before), median time to mitigate **24 minutes** (41 before). The biggest help was that alerts bring their runbook along. Thank you all.', { files: ['incidents-by-quarter.png'], reactions: { tada: ['leonard', 'john', 'sofia', 'amara', 'grace', 'hilda'], chart_with_downwards_trend: ['yuki'] } }],
      ['hilda', '2d 13:30', 'A letter from the harbour master of Aarhus: "Your people answered at four in the morning and knew what to do." Framed copy hangs in the kitchen.', { reactions: { heart: ['daniel', 'leonard', 'elena', 'steve', 'grace', 'priya'] } }],
      ['grace', '1d 12:00', 'Thursday 14:00: Portal 2.19 and driver app 4.8 together. Demo in the big room and as a stream.', { reactions: { popcorn: ['tomas', 'steve', 'amara'] } }],
    ],
  },
  {
    where: 'off-topic',
    messages: [
      ['tomas', '3d 12:15', 'The sourdough I brought is next to the coffee machine. It is called *Segfault*, because of the crust.', { reactions: { bread: ['amara', 'steve'], joy: ['john', 'sofia', 'yuki'] } }],
      ['yuki', '1d 18:02', 'Rotterdam from the train. The cranes wave.', { files: ['harbour-evening.png'], reactions: { heart_eyes: ['grace', 'hilda', 'tomas'], ship: ['daniel'] } }],
      ['steve', '1d 18:30', 'Crane number four owes me a container.', { reactions: { joy: ['yuki', 'tomas'] } }],
    ],
  },
  {
    where: ['leonard', 'amara', 'john'],
    messages: [
      ['john', '1d 16:05', 'Pairing on the gateway release tomorrow at ten?'],
      ['amara', '1d 16:07', 'Yes! I bring the traces, you bring the coffee.', { reactions: { coffee: ['john', 'leonard'] } }],
      ['leonard', '1d 16:15', 'I sit in until the pager says otherwise.'],
      ['amara', '19m', 'Well. It said otherwise.', { reactions: { sweat_smile: ['john'] } }],
    ],
  },
  {
    where: ['leonard', 'amara'],
    messages: [
      ['amara', '2d 17:20', 'Could you read my note on connection pools before I send it around?', { files: ['connection-pools.md'] }],
      ['leonard', '2d 17:41', 'Read it. Clear, and the picture with the till and the queue is perfect. Two small remarks in the text.'],
      ['amara', '2d 17:44', 'Thank you :blush:'],
      ['leonard', '70m', 'That note would have saved us this morning. Send it to everybody?'],
      ['amara', '22m', 'Sending it with the review tomorrow.', { reactions: { thumbsup: ['leonard'] } }],
    ],
  },
  {
    where: ['leonard', 'hilda'],
    messages: [
      ['hilda', '185m', 'How long, roughly? I have a port director on the line.'],
      ['leonard', '184m', 'Tell him a quarter of an hour. I write to you first when it is over.'],
      ['leonard', '169m', 'Over.'],
      ['hilda', '168m', 'He says he owes you a fish.', { reactions: { fish: ['leonard'] } }],
    ],
  },
  {
    where: ['leonard', 'elena'],
    messages: [
      ['elena', '100m', 'You were calm as a fjord. Do you want to be commander at the next game day?'],
      ['leonard', '92m', 'Gladly. With you as the one who breaks things?'],
      ['elena', '90m', 'I have a list.', { reactions: { smiling_imp: ['leonard'] } }],
    ],
  },
];
