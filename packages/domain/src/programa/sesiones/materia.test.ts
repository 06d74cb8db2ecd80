import { claveMateria, parseMateria, razonesContraVoto } from './materia.ts'

const ID = '3f2b0000-0000-4000-8000-000000000001'
const materia = { clave: claveMateria('aviso', ID), entregable: 'aviso', enviadaEn: '2030-05-10T10:00:00-07:00' }
const voto = { materia: null, entregable: null, votadoEn: '2030-05-11T10:00:00-07:00' }

describe('the vote on a point of an agenda', () => {
  it('approves a draft that its point names, or the entregable that the draft is', () => {
    expect(razonesContraVoto({ ...voto, materia: materia.clave }, materia)).toEqual([])
    expect(razonesContraVoto({ ...voto, entregable: 'aviso' }, materia)).toEqual([])
  })

  it('approves no draft that its point does not name', () => {
    const others = [voto, { ...voto, entregable: '11.4' }, { ...voto, materia: claveMateria('politica', ID), entregable: 'aviso' }]
    for (const other of others) expect(razonesContraVoto(other, materia)).toEqual(['El punto no dice que sea de este asunto.'])
    expect(razonesContraVoto(voto, { ...materia, entregable: null })).toHaveLength(1)
  })

  it('approves no version that was sent after it, in any pair of zones', () => {
    const before = { ...voto, entregable: 'aviso', votadoEn: '2030-05-10T16:59:59Z' }
    expect(razonesContraVoto(before, materia)).toEqual(['Se votó antes de que se enviara esta versión.'])
    expect(razonesContraVoto({ ...before, votadoEn: '2030-05-10T17:00:00Z' }, materia)).toEqual([])
  })
})

test('a clave names a kind and an id, or nothing', () => {
  expect(parseMateria(`aviso:${ID}`)).toEqual({ tipo: 'aviso', id: ID })
  for (const clave of ['aviso', `otra:${ID}`, 'aviso:1', '']) expect(parseMateria(clave)).toBeNull()
})
