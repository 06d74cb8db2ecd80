import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openExpediente } from '../../../../apps/api/src/cli/verificacion/expediente-source.ts'
import { verifyExpediente } from '../../../../apps/api/src/cli/verificacion/verify-expediente.ts'
import { celebracionOf, conAcuerdo, Sala, type Sesion } from '../../../support/actos/sesiones.ts'
import { Equipo } from '../../../support/actos/captura.ts'
import { unzip } from '../../../support/actos/expedientes.ts'
import { readPdf } from '../../../support/pdf.ts'
import { givenDocumento } from '../../../support/registro/cambios.ts'
import { must } from '../../../support/registro/candidaturas.ts'

jest.setTimeout(180_000)

let sala: Sala
let held: Sesion
let acta: string
let antes: string

const PROYECTO = '/entregables/A/proyecto-acuerdo'

beforeAll(async () => {
  sala = await Sala.open()
  antes = readPdf.text((await sala.call('GET', PROYECTO)).bytes)
  const sesion = await sala.convocada()
  const answer = await sala.call('POST', `/sesiones/${sesion.id}/celebrar`, conAcuerdo(celebracionOf(sesion), 'VC/ACU/77'))
  expect([answer.status, answer.body.detail]).toEqual([200, undefined])
  acta = await givenDocumento(new Equipo(sala.test))
  const { id, version } = answer.body.sesion
  held = (await sala.call('POST', `/sesiones/${id}/acta`, { version, fecha: '2030-05-12', documentoId: acta })).body.sesion
})
afterAll(() => sala.test.close())

describe('every document of a sesión in one file', () => {
  it('has its papers to sign and to edit, the signed acta, and an index that anybody verifies', async () => {
    const { status, bytes, headers } = await sala.call('GET', `/expedientes?sesion=${held.id}`)
    expect([status, headers['content-disposition']]).toEqual([200, expect.stringMatching(/expediente-Primera-Sesion-Extraordinaria-de-2030-del-Concejo-de-Valle-Claro-2030-05-20\.zip/)]) // prettier-ignore
    const files = await unzip(bytes)
    const papers = ['1-convocatoria', '2-orden-del-dia', '3-lista-de-asistencia', '4-acta', '5-anexo-de-votacion']
    expect([...files.keys()]).toEqual(expect.arrayContaining([...papers.flatMap((name) => [`${name}.pdf`, `${name}.docx`]), 'sesion.json', 'indice.html'])) // prettier-ignore
    expect([...files.keys()].filter((name) => name.startsWith('acta-firmada'))).toHaveLength(1)
    const caratula = readPdf.text(must(files.get('0-caratula.pdf')))
    for (const each of ['CARÁTULA DEL EXPEDIENTE', '1-convocatoria.docx, 1-convocatoria.pdf Sin firma', '5 documentos salen del sistema para firmarse']) expect(caratula).toContain(each) // prettier-ignore
    expect(readPdf.text(must(files.get('4-acta.pdf')))).toContain('fue aprobado por unanimidad')
    const folder = mkdtempSync(join(tmpdir(), 'conoceles-sesion-'))
    writeFileSync(join(folder, 'e.zip'), bytes)
    const source = await openExpediente(join(folder, 'e.zip'))
    expect(await verifyExpediente(source, () => undefined)).toMatchObject({ archivos: files.size - 2 })
    source.close()
    rmSync(folder, { recursive: true })
  })

  it('goes with the expediente of what it voted, and is nobody else’s', async () => {
    const files = await unzip((await sala.call('GET', '/expedientes?entregable=A')).bytes)
    const names = [...files.keys()].filter((name) => name.startsWith('sesiones/')).map((name) => name.split('/').at(-1))
    expect(names).toEqual(expect.arrayContaining(['1-convocatoria.pdf', '2-orden-del-dia.pdf', '3-lista-de-asistencia.pdf', '4-acta.pdf']))
    expect((await sala.call('GET', `/expedientes?sesion=${acta}`)).status).toBe(404)
    expect((await sala.call('GET', `/expedientes?sesion=${held.id}`, undefined, { rol: 'captura' })).status).toBe(403)
  })
})

describe('the proyecto of the acuerdo that ends an actividad', () => {
  it('is drafted with its citations, and what nobody confirmed is a gap that says why', () => {
    for (const each of [
      'ACUERDO VC/ACU/___/2030, QUE PRESENTA LA OFICINA DE VALLE CLARO AL CONCEJO DE VALLE CLARO',
      'MEDIANTE EL CUAL SE APRUEBA EL DOCUMENTO «ACTIVIDAD A»',
      '1. El 2 de enero de 2030 Concejo de Valle Claro tomó el acuerdo VC/ACU/1.',
      'II. [Cite los artículos de Concejo de Valle Claro.]',
      'con término el 1 de mayo de 2030',
      'PRIMERO. Se aprueba el documento «Actividad A».',
      'SEGUNDO. Notifíquese al muelle.',
      'PROYECTO',
      'BORRADOR',
      'Fuente: Inventado para las pruebas.',
    ])
      expect(antes).toContain(each)
    expect(antes).not.toContain('Que esto es de otra actividad')
  })

  it('once it is voted has its number, its vote and who signs, in both forms', async () => {
    const said = readPdf.text((await sala.call('GET', PROYECTO)).bytes)
    for (const each of ['ACUERDO VC/ACU/77', 'fue aprobado por unanimidad, en la ciudad de Puerto Imaginario, en la Primera Sesión Extraordinaria del Concejo de Valle Claro, celebrada el 10 de mayo de 2030, siendo las once horas', 'Paula Preside']) expect(said).toContain(each) // prettier-ignore
    expect(said).not.toContain('PROYECTO')
    const docx = await unzip((await sala.call('GET', `${PROYECTO}?formato=docx`)).bytes)
    expect(must(docx.get('word/document.xml')).toString()).toContain('PRIMERO.')
    expect((await sala.call('GET', '/entregables/B~2030-04/proyecto-acuerdo')).status).toBe(404)
  })
})

it('drafts the acuerdo of the organ before the Pleno, which goes on to it', async () => {
  const said = readPdf.text((await sala.call('GET', `${PROYECTO}?organo=comision`)).bytes)
  for (const each of [
    'ACUERDO [ESCRIBA EL NÚMERO.], DEL COMITÉ DE VALLE CLARO',
    'PRIMERO. Se aprueba el documento «Actividad A».',
    'SEGUNDO. Remítase el presente acuerdo, con el documento «Actividad A», a la Presidencia del Concejo de Valle Claro',
    'Cora Comité',
  ])
    expect(said).toContain(each)
  expect(said).not.toContain('Notifíquese al muelle')
})

describe('the certificación of a copy', () => {
  it('says what it is of, its sheets, its hash and who certifies on the day', async () => {
    const said = readPdf.text((await sala.call('GET', `/documentos/${acta}/certificacion?fojas=31`)).bytes)
    for (const each of ['constante de 31 (treinta y una) fojas útiles', 'el acta de la Primera Sesión Extraordinaria del Concejo de Valle Claro, celebrada el 10 de mayo de 2030', 'Sara Secretaria', 'Lo que se certifica en Puerto Imaginario, a 20 de mayo de 2030. Doy fe.', '[Cite los artículos que facultan para certificar', 'BORRADOR']) expect(said).toContain(each) // prettier-ignore
    const sinContar = readPdf.text((await sala.call('GET', `/documentos/${acta}/certificacion`)).bytes)
    expect(sinContar).toContain('[Escriba cuántas fojas útiles tiene la copia.]')
  })

  it('is of nothing that nobody approved, and for the secretaría alone', async () => {
    const otro = await givenDocumento(new Equipo(sala.test))
    expect((await sala.call('GET', `/documentos/${otro}/certificacion`)).status).toBe(404)
    expect((await sala.call('GET', `/documentos/${acta}/certificacion`, undefined, { rol: 'comision' })).status).toBe(403)
  })
})
