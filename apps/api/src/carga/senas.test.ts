import type { SenasPack } from '@conoceles/domain'
import { senasOf } from './senas.ts'

const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64')
const WEBM = Buffer.from('1a45dfa3aabb', 'hex')
const own = (changes: object): SenasPack => ({
  ...{ pagina: '/cargos', segundos: 3, quien: 'Grupo Faro', archivo: { medio: 'video/webm', contenido: base64(WEBM) } },
  ...{ fuente: 'Inventado para las pruebas', confianza: 'alta' },
  ...changes,
})

it('keeps a file by its hash, with its real size', async () => {
  const { senas, archivos } = await senasOf([own({ subtitulos: 'WEBVTT\n' })])
  const [video, subtitles] = archivos
  expect(archivos.map(({ ruta }) => ruta.replace(/[0-9a-f]{64}/, 'huella'))).toEqual(['senas/huella.webm', 'senas/huella.vtt'])
  expect(senas).toMatchObject([
    { direccion: `/api/v1/publico/${video?.ruta}`, subtitulos: `/api/v1/publico/${subtitles?.ruta}`, bytes: 6, medio: 'video/webm' },
  ])
})

const large = (bytes: number) => base64(Buffer.concat([WEBM, Buffer.alloc(bytes)]))

it.each([
  ['another medium', { archivo: { medio: 'video/ogg', contenido: '' } }, 'only mp4 and webm are played'],
  [
    'bytes of another',
    { archivo: { medio: 'video/mp4', contenido: base64(WEBM) } },
    'the video of /cargos does not begin as a file of mp4',
  ],
  ['too many bytes', { archivo: { medio: 'video/webm', contenido: large(12_600_000) } }, 'has 12.6 MB; the limit is 12.0 MB'],
  ['a still that is none', { cartel: base64('<html>') }, 'the still of /cargos cannot be read as a picture'],
  ['a still too large', { cartel: large(2_100_000) }, 'the still of /cargos has 2.1 MB; the limit is 2.0 MB'],
  ['subtitles that are none', { subtitulos: '1\n00:00' }, 'do not begin with WEBVTT'],
])('refuses %s with its page and the limit', async (_what, changes, sentence) => {
  await expect(senasOf([own(changes)])).rejects.toThrow(sentence)
})

it('refuses files that are too large together', async () => {
  const archivo = { medio: 'video/webm', contenido: large(11_000_000) }
  await expect(senasOf(Array.from({ length: 6 }, () => own({ archivo })))).rejects.toThrow('66.0 MB together; the limit is 60.0 MB')
})
