"""What scripts do with mattermostdriver: prints one JSON object with what came back."""
import asyncio
import json
import sys

from mattermostdriver import Driver

port, login_id, password, team_name = sys.argv[1:]
driver = Driver({'url': '127.0.0.1', 'port': int(port), 'scheme': 'http', 'login_id': login_id, 'password': password, 'timeout': 5})
me = driver.login()
team = driver.teams.get_team_by_name(team_name)
channel = driver.channels.create_channel(options={'team_id': team['id'], 'name': 'from-python', 'display_name': 'From Python', 'type': 'O'})
post = driver.posts.create_post(options={'channel_id': channel['id'], 'message': 'hello from python'})
upload = driver.files.upload_file(channel_id=channel['id'], files={'files': ('report.txt', b'all is well')})
with_file = driver.posts.create_post(options={'channel_id': channel['id'], 'message': 'a report', 'file_ids': [upload['file_infos'][0]['id']]})
driver.posts.patch_post(post['id'], options={'message': 'hello again from python'})
driver.reactions.create_reaction(options={'user_id': me['id'], 'post_id': post['id'], 'emoji_name': 'rocket'})
posts = driver.posts.get_posts_for_channel(channel['id'])
found = driver.posts.search_for_team_posts(team['id'], options={'terms': 'again', 'is_or_search': False})
try:
    driver.posts.get_post('a' * 26)
    refusal = None
except Exception as error:
    refusal = type(error).__name__

heard = []


async def hear(text):
    frame = json.loads(text)
    heard.append(frame.get('event') or frame.get('status'))
    if frame.get('event') == 'hello':
        await asyncio.to_thread(driver.posts.create_post, options={'channel_id': channel['id'], 'message': 'over the socket'})
    if frame.get('event') == 'posted' and json.loads(frame['data']['post'])['message'] == 'over the socket':
        driver.websocket.disconnect()
        asyncio.get_running_loop().stop()


asyncio.set_event_loop(asyncio.new_event_loop())
try:
    driver.init_websocket(hear)
except RuntimeError as error:  # the loop was stopped from within, which ends the program's waiting
    if 'stopped' not in str(error):
        raise
content = driver.files.get_file(with_file['file_ids'][0]).text
driver.logout()
print(json.dumps({'me': me['username'], 'order': posts['order'], 'messages': [p['message'] for p in posts['posts'].values()], 'found': found['order'], 'post_id': post['id'], 'content': content, 'refusal': refusal, 'heard': heard}))
