"""A bot made with mmpy_bot, as its guide shows."""
import re
import sys

import click
from mmpy_bot import Bot, ExamplePlugin, Message, Plugin, Settings, listen_to

port, token, team_name = sys.argv[1:]


class Deploys(Plugin):
    @listen_to('^wake up', re.IGNORECASE)
    async def wake_up(self, message: Message):
        self.driver.reply_to(message, "I'm awake!")

    @listen_to('deploy', needs_mention=True)
    @click.command(help='Deploys a service.')
    @click.argument('SERVICE', type=str)
    @click.option('--version', type=str, default='latest')
    def deploy(self, message: Message, service: str, version: str):
        self.driver.react_to(message, 'rocket')
        self.driver.create_post(message.channel_id, f'{service} is at {version} for {message.sender_name}')


bot = Bot(
    settings=Settings(MATTERMOST_URL='http://127.0.0.1', MATTERMOST_PORT=int(port), BOT_TOKEN=token, BOT_TEAM=team_name, SSL_VERIFY=False),
    plugins=[ExamplePlugin(), Deploys()],
)
bot.run()
