import { startTestApp } from '../../support/app.ts'
import type { Problem } from '../../support/actos/captura.ts'
import { pause } from '../../support/servidor/simulacro-server.ts'

it('a server whose event loop is late refuses what it is asked and says when to come back; once it is calm it answers', async () => {
  const busy = await startTestApp({ config: { retrasoMaximo: 100 } })
  const ask = () => busy.app.inject('/live')
  while ((await ask()).statusCode !== 200) await pause(100)
  const until = Date.now() + 2_500
  while (Date.now() < until);
  await pause(0)
  const { statusCode, headers, body } = await ask()
  expect([statusCode, headers['retry-after'], (JSON.parse(body) as Problem).code]).toEqual([503, '5', 'servicio.ocupado'])
  while ((await ask()).statusCode !== 200) await pause(100)
  await busy.close()
})
