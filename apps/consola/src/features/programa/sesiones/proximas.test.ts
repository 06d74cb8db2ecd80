import { separar } from './proximas.ts'

const row = (id: string, momento: string, estatus: string) => ({
  id,
  fecha: momento.slice(0, 10),
  ...{ estatus, tipo: 'extraordinaria', organo: { clave: 'comision' } },
  hora: momento.slice(11) || null,
})
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)

describe('the sesiones of a list', () => {
  const rows = [
    row('lejos', '2024-06-01', 'programada'),
    row('tarde', '2024-04-25 18:00', 'convocada'),
    row('hoy', '2024-04-25 09:00', 'convocada'),
    row('ayer', '2024-04-24', 'programada'),
    row('celebrada', '2024-04-25', 'celebrada'),
    row('cancelada', '2024-05-01', 'cancelada'),
  ]

  it('begin with the next one; what was held, called off or left behind is past', () => {
    const { proximas, pasadas } = separar(rows, '2024-04-25')
    expect([ids(proximas), ids(pasadas)]).toEqual([
      ['hoy', 'tarde', 'lejos'],
      ['ayer', 'celebrada', 'cancelada'],
    ])
  })

  it('of one day follow the chain of their documents', () => {
    const pleno = { ...row('pleno', '2024-04-25 10:00', 'programada'), organo: { clave: 'pleno' } }
    const reunion = { ...row('reunion', '2024-04-25', 'programada'), tipo: 'reunion_trabajo' }
    expect(ids(separar([pleno, row('comision', '2024-04-25', 'programada'), reunion], '2024-04-25').proximas)).toEqual([
      'reunion',
      'comision',
      'pleno',
    ])
  })

  it('are all in one list while the day is not known', () => {
    expect(separar(rows, null)).toEqual({ proximas: [], pasadas: rows })
  })
})
