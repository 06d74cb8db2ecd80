import { compileCuestionario } from '@conoceles/cuestionarios'
import type { Vista } from '../importaciones/index.ts'
import { ademasDe, preguntasDe, reconocedorDe } from './etiquetas.ts'
import { nombresDe, posiblesDe, type Persona } from './personas.ts'
import { piezasDeFormulario } from './formularios.ts'
import { encabezadoDe, piezasDeLista } from './listas.ts'
import { respuestasDe } from './respuestas.ts'
import { valorAdemas, valorDe } from './valores.ts'

const PARRAFOS = { type: 'string', sinBlancos: { minimo: 280, maximo: 5000 }, 'x-presentacion': 'parrafos', 'x-publico': true }
const compiled = compileCuestionario({
  tipo: 'curricular',
  version: 1,
  titulo: 'Cuestionario curricular',
  schema: {
    type: 'object',
    properties: {
      facebook: { type: 'string', title: 'Facebook', format: 'enlace', hosts: ['facebook.com'], 'x-presentacion': 'enlace' },
      x: { type: 'string', title: 'X (antes Twitter)', format: 'enlace', hosts: ['x.com'], 'x-presentacion': 'enlace' },
      correo_publico: { type: 'string', title: 'Correo electrónico público', format: 'email', 'x-presentacion': 'correo' },
      telefono_publico: {
        type: 'string',
        title: 'Teléfono público',
        pattern: '^[0-9]{10}$',
        'x-mensaje': 'Diez dígitos',
        'x-presentacion': 'telefono',
      },
      escolaridad: { type: 'string', title: 'Grado máximo de estudios', enum: ['Primaria', 'Licenciatura', 'Maestría'] },
      estatus_escolaridad: { type: 'string', title: 'Estatus del grado máximo de estudios', enum: ['Trunca', 'Título'] },
      cursos: {
        type: 'array',
        title: 'Otra formación académica (cursos, diplomados)',
        items: { type: 'string' },
        'x-presentacion': 'lista',
      },
      historia: { ...PARRAFOS, title: 'Historia profesional o laboral' },
      propuesta_1: { ...PARRAFOS, title: 'Propuesta 1' },
      propuesta_2: { ...PARRAFOS, title: 'Propuesta 2' },
      temas: {
        type: 'array',
        title: 'Temas de sus propuestas',
        items: { type: 'string', enum: ['Agua', 'Empleo'] },
        'x-presentacion': 'temas',
      },
    },
  },
  uischema: {
    type: 'Categorization',
    elements: [
      {
        type: 'Category',
        label: 'Todo',
        options: { clave: 'todo' },
        elements: [
          'facebook',
          'x',
          'correo_publico',
          'telefono_publico',
          'escolaridad',
          'estatus_escolaridad',
          'cursos',
          'historia',
          'propuesta_1',
          'propuesta_2',
          'temas',
        ].map((campo) => ({ type: 'Control', scope: `#/properties/${campo}` })),
      },
    ],
  },
})
const preguntas = preguntasDe(compiled)
const reconocer = reconocedorDe(preguntas, new Map())
const questionOf = (campo: string) =>
  preguntas.find((pregunta) => pregunta.campo === campo)?.question ?? { type: 'string' as const, title: '' }
const persona = (id: string, nombre: string, extra: Partial<Persona> = {}): Persona => ({
  ...{
    id,
    nombre,
    clave: `VC/${id}`,
    apodo: null,
    folio: 1,
    numero: 1,
    calidad: 'propietaria',
    cargoNombre: 'Regidurías',
    lugar: 'Puerto',
  },
  ...extra,
})
const personas = [
  persona('a', 'Juana Pérez Luna'),
  persona('b', 'Juan Pérez Luna', { calidad: 'suplente' }),
  persona('c', 'Luz Mar', { folio: 2, numero: 2 }),
  persona('d', 'Luz Mar', { folio: 3, numero: 3 }),
]
const lector = { reconocer, esNombre: nombresDe(personas), largas: new Set(['historia', 'propuesta_1', 'propuesta_2']) }
const fila = (numero: number, ...celdas: string[]) => ({ numero, celdas })

describe('a label', () => {
  it.each([
    ['Facebook', 'facebook'],
    ['PÁGINA DE FACEBOOK', 'facebook'],
    ['Twitter', 'x'],
    ['3. Historia profesional', 'historia'],
    ['IV) Historia laboral y profesional', 'historia'],
    ['Cursos y diplomados', 'cursos'],
    ['Grado de estudios', 'escolaridad'],
    ['Propuesta 2', 'propuesta_2'],
    ['Temas de propuestas', 'temas'],
    ['Correo electrónico público', 'correo_publico'],
    ['FB', 'facebook'],
    ['A qué me he dedicado', 'historia'],
    ['EXPERIENCIA LABORAL', 'historia'],
    ['Último grado', 'escolaridad'],
    ['ESTUDIOS', 'escolaridad'],
  ])('«%s» names a question', (etiqueta, campo) => {
    expect(reconocer(etiqueta)).toEqual({ campo })
  })

  it.each(['Teléfono', 'Correo', 'Correo electrónico'])('«%s» may be a question, and somebody has to say it', (etiqueta) => {
    expect(reconocer(etiqueta)).toBe('dudosa')
  })

  it('names the questions that it numbers', () => {
    expect(reconocer('Mis propuestas')).toEqual({ campos: ['propuesta_1', 'propuesta_2'] })
  })

  it.each(['CURP', 'Domicilio particular', 'Celular', 'Tel (interno)', 'Correo personal', 'Fecha de nacimiento', 'Clave de elector'])(
    '«%s» is personal',
    (etiqueta) => {
      expect(reconocer(etiqueta)).toBe('personal')
    },
  )

  it.each(['Observaciones', '', '1', '12'])('«%s» is none', (etiqueta) => {
    expect(reconocer(etiqueta)).toBeNull()
  })

  it.each([
    ['Nombre completo', 'nombre'],
    ['Nombre de la candidata', 'nombre'],
    ['Apellido paterno', 'primer_apellido'],
    ['Folio', 'folio'],
  ])('«%s» says whose the answers are', (etiqueta, dato) => {
    expect(reconocer(etiqueta)).toEqual({ dato })
  })

  it('means what somebody said of it, or nothing', () => {
    const said = reconocedorDe(preguntas, new Map([['telefono', 'telefono_publico'], ['facebook', null], ['notas', 'otra']])) // prettier-ignore
    expect([said('Teléfono'), said('Facebook'), said('Notas')]).toEqual([{ campo: 'telefono_publico' }, 'fuera', null])
  })
})

describe('a text', () => {
  it.each([
    ['telefono_publico', '(777) 123 45 67', '7771234567'],
    ['telefono_publico', '+52 777 123 4567', '7771234567'],
    ['escolaridad', 'LICENCIATURA', 'Licenciatura'],
    ['escolaridad', 'Licenciatura en Derecho', 'Licenciatura'],
    ['escolaridad', 'Lic. en Contaduría (pasante)', 'Licenciatura'],
    ['escolaridad', 'Ingeniería civil', 'Licenciatura'],
    ['cursos', '• Diplomado en agua\n• Curso de presupuesto', ['Diplomado en agua', 'Curso de presupuesto']],
    ['temas', 'agua, empleo', ['Agua', 'Empleo']],
    ['historia', ' Fui maestra.\nAhora dirijo. ', 'Fui maestra.\nAhora dirijo.'],
  ])('of %s becomes its respuesta', (campo, texto, valor) => {
    expect(valorDe(questionOf(campo), texto)).toEqual({ valor })
  })

  it('holds what another question asks more of the same', () => {
    expect(ademasDe(preguntas, 'escolaridad').map(({ campo }) => campo)).toEqual(['estatus_escolaridad'])
    expect(ademasDe(preguntas, 'estatus_escolaridad')).toEqual([])
    expect(valorAdemas(questionOf('estatus_escolaridad'), 'Licenciatura en Derecho, titulada')).toBe('Título')
    expect(valorAdemas(questionOf('estatus_escolaridad'), 'Licenciatura en Derecho')).toBeNull()
  })

  it('that is no option says which one is near', () => {
    expect(valorDe(questionOf('escolaridad'), 'Licensiatura')).toEqual({
      razon: '«Licensiatura» no es una de las opciones; la más cercana es «Licenciatura».',
    })
  })
})

describe('a respuesta', () => {
  const read = (campo: string, texto: string) => respuestasDe({ respuestas: [{ campo, etiqueta: campo, texto }] }, { compiled, preguntas })

  it('is judged and written as a save would', () => {
    expect(read('facebook', '@juana')).toEqual([
      expect.objectContaining({ respuesta: { facebook: 'https://facebook.com/juana' }, razones: [], avisos: [], dudosa: false }),
    ])
    expect(read('correo_publico', 'juana')).toEqual([
      expect.objectContaining({ respuesta: null, razones: [expect.stringContaining('correo electrónico completo')] }),
    ])
  })

  it('that is too short says so and can be kept', () => {
    const [respuesta] = read('historia', 'Fui maestra.')
    expect(respuesta).toMatchObject({
      respuesta: { historia: 'Fui maestra.' },
      avisos: [expect.stringMatching(/^Faltan \d+ caracteres/)],
      dudosa: false,
    })
  })

  it.each(['Llámenme al 777 123 4567.', 'Escriban a j@x.mx.', 'Mi face es juana.', 'XEXX010101HNEXXXA4', 'ABCDEF00000000H100'])(
    'with «%s» is not saved before somebody reads it',
    (texto) => {
      expect(read('historia', `Fui maestra. ${texto}`)[0]).toMatchObject({
        dudosa: true,
        avisos: [expect.stringMatching(/^Parece traer/), expect.anything()],
      })
    },
  )

  it('may answer two questions', () => {
    expect(read('escolaridad', 'Licenciatura en Derecho, titulada').map(({ respuesta }) => respuesta)).toEqual([
      { escolaridad: 'Licenciatura' },
      { estatus_escolaridad: 'Título' },
    ])
  })
})

describe('a list', () => {
  const read = (filas: { numero: number; celdas: string[] }[], more: Partial<Vista> = {}) => {
    const vista = { ...{ hoja: 'Hoja1', oculta: false, filas, combinadas: [], ocultas: [], epoca: 1900 as const }, ...more }
    const encabezado = encabezadoDe(vista, lector)
    const below = filas.filter(({ numero }) => encabezado !== null && numero >= encabezado.numero + encabezado.alto)
    return encabezado && { numero: encabezado.numero, piezas: piezasDeLista(below, { columnas: encabezado.columnas, hoja: 'Hoja1' }) }
  }
  const textos = (found: ReturnType<typeof read>) =>
    found?.piezas.map(({ datos, respuestas }) => [datos.nombre, ...respuestas.map(({ campo, texto }) => `${campo}: ${texto}`)])

  it('is read from the row that names its columns, one persona in each row', () => {
    const found = read([
      fila(1, 'Partido Río: datos para Conóceles'),
      fila(3, 'No.', 'Nombre completo', 'Facebook', 'Fecha', 'Propuesta 1'),
      fila(4, '1', 'Otra Persona', '@otra', '777', 'Agua'),
      fila(5, '2', 'Luz Mar', '', '', ''),
    ])
    expect(found).toEqual({
      numero: 3,
      piezas: [
        {
          sitio: 'Hoja1, fila 4',
          datos: { nombre: 'Otra Persona' },
          respuestas: [
            { campo: 'facebook', etiqueta: 'Facebook', texto: '@otra' },
            { campo: 'propuesta_1', etiqueta: 'Propuesta 1', texto: 'Agua' },
          ],
          sobrantes: [{ etiqueta: 'Fecha', texto: '777' }],
          personales: [],
        },
      ],
    })
  })

  it('is found by the names of personas where its headings say little, and its total is none', () => {
    const found = read([
      fila(1, 'regidurías de Puerto'),
      fila(2, 'quién', 'fb'),
      fila(3, 'juana pérez luna', '@juana'),
      fila(4, 'LUZ MAR', '@luz'),
      fila(5, 'TOTAL', '2'),
    ])
    expect(found?.numero).toBe(2)
    expect(textos(found)).toEqual([['juana pérez luna', 'facebook: @juana'], ['LUZ MAR', 'facebook: @luz']]) // prettier-ignore
  })

  it('has headings of two rows, and columns that are hidden and not read', () => {
    const found = read(
      [
        fila(1, 'Nombre', 'ESTUDIOS', '', 'Facebook'),
        fila(2, '', 'Grado', 'Estatus', ''),
        fila(3, 'Juana Pérez Luna', 'Maestría', 'Trunca', '@juana'),
        fila(4, 'Luz Mar', 'Primaria', '', '@luz'),
      ],
      { combinadas: [{ desde: 1, hasta: 1, columna: 1, hastaColumna: 2 }], ocultas: [3] },
    )
    expect(textos(found)).toEqual([
      ['Juana Pérez Luna', 'escolaridad: Maestría', 'estatus_escolaridad: Trunca'],
      ['Luz Mar', 'escolaridad: Primaria'],
    ])
  })

  it('stays one where most of its labels were left out', () => {
    const fuera = { ...lector, reconocer: reconocedorDe(preguntas, new Map([['tel', null], ['correo', null], ['nota', null]])) } // prettier-ignore
    const filas = [fila(1, 'Nombre', 'Tel', 'Correo', 'Nota', 'FB'), fila(2, 'Otra', '777', 'o@x.mx', 'ok', 'otra')]
    const vista = { hoja: 'Hoja1', oculta: false, filas, combinadas: [], ocultas: [], epoca: 1900 as const }
    expect(encabezadoDe(vista, fuera)?.columnas.map(({ found }) => found)).toEqual([
      { dato: 'nombre' },
      ...['fuera', 'fuera', 'fuera'],
      { campo: 'facebook' },
    ])
  })

  it('of several rows for one persona is read as one', () => {
    const found = read([
      fila(1, 'Nombre', 'Curso'),
      fila(2, 'Juana Pérez Luna', 'Agua'),
      fila(3, 'Juana Pérez Luna', 'Oficios'),
      fila(4, 'Luz Mar', 'Agua'),
    ])
    expect(textos(found)).toEqual([['Juana Pérez Luna', 'cursos: Agua\nOficios'], ['Luz Mar', 'cursos: Agua']]) // prettier-ignore
  })
})

describe('a document', () => {
  it('is read by its labels, in lines, with their text below, or in tables', () => {
    const [pieza, ...others] = piezasDeFormulario(
      [
        fila(1, 'CUESTIONARIO CURRICULAR'),
        fila(2, 'Nombre: Juana Pérez Luna'),
        fila(3, 'Teléfono de casa: 777 000 0000'),
        fila(4, 'Facebook', '@juana'),
        fila(5, '2. Historia profesional o laboral'),
        fila(6, 'Fui maestra de primaria.'),
        fila(7, 'Dije una vez: nunca más.'),
        fila(8, 'PROPUESTAS'),
        fila(9, 'Propuesta 1:'),
        fila(10, 'Agua para todas.'),
        fila(11, 'Mascota', 'Un perro'),
      ],
      { sitio: '', lector },
    )
    expect(others).toEqual([])
    expect(pieza).toEqual({
      sitio: '',
      datos: { nombre: 'Juana Pérez Luna' },
      respuestas: [
        { campo: 'facebook', etiqueta: 'Facebook', texto: '@juana' },
        { campo: 'historia', etiqueta: '2. Historia profesional o laboral', texto: 'Fui maestra de primaria.\nDije una vez: nunca más.' },
        { campo: 'propuesta_1', etiqueta: 'Propuesta 1', texto: 'Agua para todas.' },
      ],
      sobrantes: [
        { etiqueta: 'Teléfono de casa', texto: '777 000 0000' },
        { etiqueta: 'Mascota', texto: 'Un perro' },
      ],
      personales: [],
    })
  })

  it('parts a long text where a line asks, or may be a question; each is left for somebody to say', () => {
    const [pieza] = piezasDeFormulario(
      [
        fila(1, 'Propuesta 1'),
        fila(2, 'Agua para todas.'),
        fila(3, '3. ¿Por qué quiere ser diputada?'),
        fila(4, 'Por mi pueblo.'),
        fila(5, 'Tel: 777'),
      ],
      { sitio: '', lector },
    )
    expect(pieza?.respuestas.map(({ texto }) => texto)).toEqual(['Agua para todas.'])
    expect(pieza?.sobrantes).toEqual([
      { etiqueta: '3. ¿Por qué quiere ser diputada?', texto: 'Por mi pueblo.' },
      { etiqueta: 'Tel', texto: '777' },
    ])
  })

  it('has rows of labels over their texts, labels inside of a cell, numbered texts, and the name on a line of its own', () => {
    const [pieza] = piezasDeFormulario(
      [
        fila(1, 'Nombre(s)', 'Primer apellido', 'Segundo apellido'),
        fila(2, 'Juana', 'Pérez', 'Luna'),
        fila(3, 'REDES', 'Facebook: juana\nTwitter: @juana'),
        fila(4, 'CURP', 'XEXX010101HNEXXXA4'),
        fila(5, 'PROPUESTAS', '1.- Agua para todas.\nY drenaje.\n2.- Más parques.'),
      ],
      { sitio: '', lector },
    )
    expect(pieza).toEqual({
      sitio: '',
      datos: { nombre: 'Juana', primer_apellido: 'Pérez', segundo_apellido: 'Luna' },
      respuestas: [
        { campo: 'facebook', etiqueta: 'Facebook', texto: 'juana' },
        { campo: 'x', etiqueta: 'Twitter', texto: '@juana' },
        { campo: 'propuesta_1', etiqueta: 'PROPUESTAS 1', texto: 'Agua para todas.\nY drenaje.' },
        { campo: 'propuesta_2', etiqueta: 'PROPUESTAS 2', texto: 'Más parques.' },
      ],
      sobrantes: [],
      personales: ['CURP'],
    })
    const [carta] = piezasDeFormulario([fila(1, 'juana perez luna'), fila(2, 'Facebook: @juana')], { sitio: '', lector })
    expect(carta).toMatchObject({ datos: { nombre: 'juana perez luna' }, respuestas: [{ texto: '@juana' }], sobrantes: [] })
  })

  it('of several personas is parted where a name comes again', () => {
    const piezas = piezasDeFormulario(
      [fila(1, 'Nombre: Juana'), fila(2, 'Facebook: @juana'), fila(3, 'Nombre: Luz'), fila(4, 'Facebook: @luz')],
      { sitio: '', lector },
    )
    expect(piezas.map(({ datos, respuestas }) => [datos.nombre, respuestas.map(({ texto }) => texto)])).toEqual([
      ['Juana', ['@juana']],
      ['Luz', ['@luz']],
    ])
  })
})

describe('the persona of a piece', () => {
  const found = (datos: Record<string, string>, archivo = 'x.docx') =>
    posiblesDe({ datos }, personas, archivo).map(({ persona: { id }, segura }) => [id, segura])

  it('is sure by her whole name in either order, or by her clave', () => {
    expect(found({ nombre: 'PEREZ LUNA JUANA' })[0]).toEqual(['a', true])
    expect(found({ nombre: 'Otra', clave: 'vc/c' })).toEqual([['c', true]])
  })

  it('is offered where two have the name, and sure where the folio tells them apart', () => {
    expect(found({ nombre: 'Luz Mar' })).toEqual([['c', false], ['d', false]]) // prettier-ignore
    expect(found({ nombre: 'Luz Mar', folio: '3' })[0]).toEqual(['d', true])
  })

  it('is sure by her cargo, number, calidad and demarcación where she is not named', () => {
    expect(found({ lugar: 'PUERTO', cargo: 'Regidor 2 prop' })).toEqual([['c', true]])
    expect(found({ lugar: 'Puerto', cargo: 'Regidora suplente 1' })).toEqual([['b', true]])
    expect(found({ lugar: 'Otro', cargo: 'Regidor 2 prop' })).toEqual([])
  })

  it('is offered, and never sure, by the name of the file', () => {
    expect(found({}, 'Cuestionario Juana Perez.docx')).toEqual([['a', false]])
    expect(found({}, 'documento1.docx')).toEqual([])
  })
})
