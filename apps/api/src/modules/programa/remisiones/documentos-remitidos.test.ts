import { faltasDeDocumento } from './documentos-remitidos.ts'

const DOCUMENTO = {
  ...{ clave: 'A', de: 'A', nombre: 'el informe', aprobaciones: [], votada: null, aprobada: 'v1', versiones: ['v1'] },
  ...{ proyecto: false, ajeno: false },
}
const AT = { anexos: ['v1'], fecha: '2030-05-20', zona: 'America/Tijuana' }

it('warns of an approved file that still says that it is a project, or that was not emitted here', () => {
  expect(faltasDeDocumento(DOCUMENTO, AT)).toEqual([])
  expect(faltasDeDocumento({ ...DOCUMENTO, proyecto: true }, AT)).toEqual(['dice_proyecto'])
  expect(faltasDeDocumento({ ...DOCUMENTO, ajeno: true }, AT)).toEqual(['no_emitido'])
})
