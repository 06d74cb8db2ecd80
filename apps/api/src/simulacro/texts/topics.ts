export interface Topic {
  title: string
  /** Its option in a catalogue of topics. */
  tema: string
  problems: string[]
  /** In the infinitive. */
  actions: string[]
  people: string
}

export const TOPICS: Topic[] = [
  {
    title: 'un programa de reparación de fugas y captación de lluvia',
    tema: 'Agua',
    problems: [
      'Buena parte del agua se pierde antes de llegar a las casas, y en temporada seca hay calles que pasan días sin servicio.',
      'Las pipas resuelven un día y cuestan más que reparar la red.',
    ],
    actions: [
      'levantar un mapa público de fugas, con fecha de reporte y de reparación',
      'instalar sistemas de captación de lluvia en escuelas y centros de salud',
      'cambiar por tramos la tubería más vieja, empezando por donde más se pierde',
      'proteger las zonas de recarga y los manantiales con acuerdos firmados con los núcleos agrarios',
      'medir cada mes cuánta agua entra y cuánta se factura',
    ],
    people: 'hogares que hoy reciben agua menos de tres días por semana',
  },
  {
    title: 'una red de senderos seguros hacia las escuelas',
    tema: 'Movilidad',
    problems: [
      'Muchas niñas y niños caminan por calles sin banqueta ni luz.',
      'Los cruces cercanos a las escuelas no tienen señales ni reductores.',
    ],
    actions: [
      'reparar banquetas y colocar luminarias en un radio de quinientos metros de cada plantel',
      'pintar cruces y ordenar la entrada y la salida con apoyo de las familias',
      'plantar árboles de sombra en los trayectos más usados',
      'revisar la velocidad permitida y hacerla respetar',
      'escuchar a la niñez en recorridos antes de decidir la obra',
    ],
    people: 'estudiantes de preescolar, primaria y secundaria',
  },
  {
    title: 'un sistema de cuidados de barrio',
    tema: 'Servicios públicos',
    problems: [
      'Cuidar a la niñez, a personas enfermas o mayores recae casi siempre en las mujeres de la familia, sin descanso ni pago.',
      'Quien cuida no puede aceptar un empleo de tiempo completo.',
    ],
    actions: [
      'abrir espacios de cuidado de media jornada en inmuebles públicos que hoy no se usan',
      'capacitar y certificar a personas cuidadoras',
      'crear un directorio de apoyos y turnos por colonia',
      'ofrecer horas de respiro a quienes cuidan todo el día',
      'adecuar horarios de oficinas públicas para quienes cuidan',
    ],
    people: 'personas cuidadoras y quienes dependen de ellas',
  },
  {
    title: 'un fondo de apoyo a pequeños negocios y cooperativas',
    tema: 'Empleo',
    problems: [
      'Abrir un negocio toma meses de trámites y obliga a ir varias veces a la misma ventanilla.',
      'Los créditos pequeños son caros y no consideran temporadas bajas.',
    ],
    actions: [
      'reunir los trámites de apertura en una sola ventanilla con plazo máximo de respuesta',
      'otorgar créditos pequeños con tasas fijas y reglas publicadas',
      'comprar a proveedores locales lo que el gobierno ya compra, con concursos abiertos',
      'dar asesoría contable y digital sin costo durante el primer año',
      'publicar cada trimestre quién recibió apoyo y con qué resultado',
    ],
    people: 'comercios familiares, talleres y cooperativas',
  },
  {
    title: 'un plan de caminos rurales y de mantenimiento',
    tema: 'Movilidad',
    problems: ['En lluvias hay comunidades que quedan aisladas y las cosechas no salen.', 'Se construye mucho y se mantiene poco.'],
    actions: [
      'hacer un inventario de caminos con su estado y su costo de reparación',
      'programar mantenimiento antes de las lluvias y no después',
      'contratar cuadrillas de las propias comunidades',
      'limpiar cunetas y alcantarillas dos veces por año',
      'publicar el calendario de obra y avisar de los retrasos con su motivo',
    ],
    people: 'comunidades rurales y personas productoras',
  },
  {
    title: 'un programa de salud preventiva en cada localidad',
    tema: 'Salud',
    problems: [
      'La diabetes, la hipertensión y la depresión se detectan tarde.',
      'Hay personas que pierden un día de trabajo para una consulta de diez minutos.',
    ],
    actions: [
      'llevar jornadas de detección a mercados, escuelas y centros de trabajo',
      'dar seguimiento por teléfono a quienes reciben un diagnóstico',
      'ampliar horarios de consulta a tardes y sábados',
      'formar promotoras y promotores de salud de la misma comunidad',
      'abrir atención psicológica con citas en menos de dos semanas',
    ],
    people: 'personas adultas sin acceso regular a consulta',
  },
  {
    title: 'un plan de manejo de residuos desde la casa hasta el relleno',
    tema: 'Medio ambiente',
    problems: [
      'La basura mezclada encarece la recolección y contamina barrancas.',
      'No hay horarios conocidos ni rutas que cubran todas las calles.',
    ],
    actions: [
      'publicar rutas y horarios de recolección y cumplirlos',
      'separar residuos orgánicos y producir composta para parques',
      'reconocer y dar seguridad social al trabajo de quienes recolectan',
      'cerrar tiraderos a cielo abierto por etapas',
      'cobrar a los grandes generadores lo que cuesta su manejo',
    ],
    people: 'las colonias que hoy no tienen recolección',
  },
  {
    title: 'un programa de becas y primeros empleos',
    tema: 'Empleo',
    problems: [
      'Muchas personas jóvenes dejan la escuela por falta de transporte o de ingresos.',
      'El primer empleo suele exigir una experiencia que nadie ofrece.',
    ],
    actions: [
      'dar becas de transporte a estudiantes de preparatoria y universidad',
      'firmar convenios de prácticas pagadas con reglas claras',
      'abrir talleres de oficios con certificación',
      'prestar equipo de cómputo y conexión en bibliotecas',
      'dar seguimiento durante un año a quienes egresan',
    ],
    people: 'personas de 15 a 29 años',
  },
  {
    title: 'un presupuesto participativo con reglas sencillas',
    tema: 'Combate a la corrupción',
    problems: [
      'La mayoría no sabe en qué se gasta ni cómo proponer una obra.',
      'Las consultas se hacen cuando la decisión ya está tomada.',
    ],
    actions: [
      'reservar una parte fija de la inversión para proyectos propuestos por las colonias',
      'publicar los expedientes técnicos y los contratos completos',
      'votar por medios presenciales y digitales, con padrón verificable',
      'nombrar comités de vigilancia por sorteo',
      'informar cada tres meses el avance de cada obra',
    ],
    people: 'personas que viven en las colonias y comunidades',
  },
  {
    title: 'una policía de proximidad y espacios públicos activos',
    tema: 'Seguridad',
    problems: [
      'Hay calles que se vacían temprano porque nadie se siente seguro.',
      'Se denuncia poco porque el trámite es largo y da miedo.',
    ],
    actions: [
      'asignar elementos fijos por sector, con nombre y teléfono conocidos',
      'capacitar en derechos humanos y en atención a víctimas',
      'iluminar parques y abrirlos con actividades por la tarde',
      'acompañar la denuncia y dar informes de su avance',
      'evaluar a los mandos con indicadores públicos',
    ],
    people: 'colonias con más reportes de robo y violencia',
  },
  {
    title: 'un plan de protección de bosques y barrancas',
    tema: 'Medio ambiente',
    problems: [
      'La tala, los incendios y las construcciones irregulares reducen el agua y aumentan el riesgo.',
      'Quienes cuidan el bosque no reciben nada por hacerlo.',
    ],
    actions: [
      'pagar por servicios ambientales a comunidades que conservan',
      'equipar y asegurar a las brigadas contra incendios',
      'actualizar los mapas de riesgo y respetarlos al dar permisos',
      'reforestar con especies nativas y medir cuántas sobreviven',
      'abrir un expediente público por cada denuncia ambiental',
    ],
    people: 'comunidades de la zona boscosa y quienes viven junto a barrancas',
  },
  {
    title: 'un programa de cultura y deporte en los barrios',
    tema: 'Educación',
    problems: [
      'Los talleres y las canchas se concentran en pocas zonas.',
      'Las actividades dependen de la buena voluntad y se interrumpen cada cambio de gobierno.',
    ],
    actions: [
      'rehabilitar una cancha o un foro por localidad cada año',
      'pagar a tiempo a talleristas y entrenadoras',
      'prestar escuelas por la tarde para actividades culturales',
      'apoyar bandas, danzas y ligas locales con reglas publicadas',
      'guardar y abrir al público los archivos de la comunidad',
    ],
    people: 'niñez, juventud y personas mayores',
  },
  {
    title: 'un transporte público ordenado y accesible',
    tema: 'Movilidad',
    problems: [
      'Las rutas se enciman en unas calles y faltan en otras.',
      'Las unidades no están preparadas para personas con discapacidad ni para carriolas.',
    ],
    actions: [
      'rediseñar rutas con datos de viajes y con la opinión de quienes viajan',
      'fijar paradas con sombra, luz y horario a la vista',
      'renovar unidades por etapas con apoyos condicionados',
      'capacitar a quienes conducen y mejorar sus condiciones de trabajo',
      'abrir un canal de quejas con respuesta en cinco días',
    ],
    people: 'personas que viajan a diario al trabajo o a la escuela',
  },
  {
    title: 'una ventanilla digital que también atienda en persona',
    tema: 'Servicios públicos',
    problems: [
      'Hay trámites que exigen copias de documentos que el propio gobierno emitió.',
      'No todas las personas tienen internet ni saben usar una aplicación.',
    ],
    actions: [
      'eliminar requisitos repetidos y publicar el costo real de cada trámite',
      'permitir citas y seguimiento por teléfono',
      'instalar módulos de ayuda en las comunidades más alejadas',
      'publicar los tiempos de respuesta de cada oficina',
      'proteger los datos personales y pedir sólo los necesarios',
    ],
    people: 'personas que hoy dejan de hacer trámites por distancia o costo',
  },
  {
    title: 'un apoyo al campo con agua, semilla y mercado',
    tema: 'Empleo',
    problems: ['Producir cuesta cada año más y el precio lo pone quien compra.', 'Los apoyos llegan tarde para la siembra.'],
    actions: [
      'entregar apoyos antes del ciclo agrícola, con padrón publicado',
      'mejorar canales y promover riego que gaste menos',
      'abrir mercados semanales de venta directa',
      'dar asistencia técnica para dejar agroquímicos peligrosos',
      'apoyar seguros contra sequía y granizo',
    ],
    people: 'familias productoras con parcelas pequeñas',
  },
]
