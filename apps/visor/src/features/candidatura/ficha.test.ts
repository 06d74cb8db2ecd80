import type { CandidaturaPublica } from '../../api-types.ts'
import { hasSuplente, headOf } from './ficha.ts'

const FICHA = {
  id: 'a1',
  nombre: 'Itzel Ensayo',
  apodo: null,
  cargo: 'regiduria',
  cargoNombre: 'Regidurías',
  lugar: 'Cuernavaca',
  distrito: null,
  municipio: '17007',
  comunidad: null,
  sexo: 'mujer',
  edad: 31,
  estatus: 'aprobada',
  reserva: null,
  actorPolitico: { clave: 'X', nombre: 'Partido Ensayo' },
  accionAfirmativa: { clave: 'indigena', nombre: 'CANARIO-GRUPO' },
  distintivos: [{ grupo: 'indigena', nombre: 'CANARIO-GRUPO', origen: 'accion_afirmativa', explicacion: '' }],
  fotografia: { grande: '/foto.webp', textoAlternativo: 'Retrato' },
  secciones: [
    {
      clave: 'contacto',
      campos: [
        { clave: 'sitio', tipo: 'enlace', valor: 'https://itzel.example', blanco: null },
        { clave: 'otro', tipo: 'enlace', valor: 'javascript:alert(1)', blanco: null },
        { clave: 'correo', tipo: 'correo', valor: 'itzel@correo.example', blanco: null },
      ],
    },
  ],
} as unknown as CandidaturaPublica
const words = { cargo: 'Regiduría', siglas: 'OPL' }

describe('the head of a candidatura for searches and messages', () => {
  it('says her name, place, postulating party, photograph and addresses, and none of her identity data', () => {
    const head = headOf(FICHA, words)
    expect(head.image).toEqual({ src: '/api/v1/publico/candidaturas/a1/vista.png', alt: 'Itzel Ensayo: Regiduría, Cuernavaca' })
    expect(head.schema?.[1]).toMatchObject({
      name: 'Itzel Ensayo',
      hasOccupation: { '@type': 'Occupation', name: 'Candidatura: Regiduría', occupationLocation: { name: 'Cuernavaca' } },
      affiliation: { name: 'Partido Ensayo' },
      sameAs: ['https://itzel.example'],
    })
    expect(head.alternates?.map(({ href, type }) => [href, type])).toEqual([
      ['/api/v1/publico/candidaturas/a1', 'application/json'],
      ['/api/v1/publico/candidaturas/a1/ficha.pdf', 'application/pdf'],
    ])
    expect(JSON.stringify(head)).not.toMatch(/CANARIO|mujer|31|itzel@/)
  })

  it.each<[string, Partial<CandidaturaPublica>]>([
    ['a person who left', { estatus: 'cancelada', secciones: [] }],
    ['a person whom a bloqueo covers', { reserva: 'persona' }],
    ['a person who is no longer shown', { finDifusion: {} as CandidaturaPublica['finDifusion'] }],
  ])('says of %s only where she stood', (_title, more) => {
    const head = headOf({ ...FICHA, ...more }, words)
    expect([head.image, head.alternates, head.findable, head.schema?.length]).toEqual([undefined, undefined, false, 1])
  })
})

test('somebody would enter for the propietaria only while there is a suplente', () => {
  type Miembro = CandidaturaPublica['formula'][number]
  const member = (calidad: Miembro['calidad'], estatus: Miembro['estatus']): Miembro => ({ id: calidad, nombre: calidad, calidad, estatus })
  const titular = member('propietaria', 'aprobada')
  expect(hasSuplente([titular, member('suplente', 'aprobada')])).toBe(true)
  expect(hasSuplente([titular, member('suplente', 'cancelada')])).toBe(false)
  expect(hasSuplente([titular])).toBe(false)
})
