/** Passwords of twelve or more characters that guessing programs try first, in lower case and without accents. */
const LIST = `
012345678901 098765432109 123123123123 123456123456 123456789012 1234567890123 12345678901234 1234567890qwe 1234567890qwerty 123456789123
1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv a1b2c3d4e5f6 aa1234567890 abc123456789 abcd12345678 abcdef123456 abcdefghijkl
abcdefghijklm abcdefghijklmnopqrstuvwxyz admin1234567 admin12345678 admin123456789 adminadminadmin administracion administracion1
administrador administrador1 administrador123 administradora administrator administrator1 administrator123 aguilas12345 alejandra123
alejandra1234 alejandro123 alejandro1234 america12345 americaamerica amordemivida amordemivida1 amormio12345 asdfghjkl123 asdfghjklzxcvbnm
ayuntamiento ayuntamiento1 ayuntamiento123 barcelona123 barcelona1234 baseball1234 basketball12 basketball123 bienvenida123 bienvenido12
bienvenido123 bienvenido1234 bienvenidos1 bienvenidos123 butterfly123 cambiame1234 cambiar12345 candidata123 candidata2024 candidatas12
candidato123 candidato2024 candidatos12 candidatura1 candidatura123 changeme1234 chivas123456 chivasguadalajara chocolate123 chocolate1234
clave1234567 clave12345678 clave123456789 claveclaveclave clavesecreta clubamerica1 clubamerica123 computadora1 computadora123
computadora1234 contrasena12 contrasena123 contrasena1234 contrasena12345 contrasena123456 contrasenasegura contrasenia12 contrasenia123
corazon12345 corazon123456 correcthorsebatterystaple cruzazul1234 cruzazul12345 cuernavaca12 cuernavaca123 default12345 democracia12
democracia123 democracia2024 diosesamor12 diosesamor123 diosesbueno1 diosesmipastor dragonball123 dragonballz12 eleccion2024 elecciones12
elecciones123 elecciones2024 elecciones2027 estrella1234 estrella12345 facebook1234 fernanda1234 fernando1234 football1234 futbol123456
gloriaadios1 google123456 guadalajara1 guadalupano1 guadalupe123 guadalupe1234 hermosa12345 iloveyou1234 iloveyou12345 iloveyou123456
internet1234 internet12345 invitado1234 jesucristo12 jesucristo123 jesusteamo12 juventus1234 letmein12345 letmein123456 liverpool123
mariposa1234 mariposa12345 mexico123456 mexico1234567 mexico12345678 mexicolindo1 mexicolindo123 miamor123456 miclave12345 miclave123456
micontrasena micontrasena1 micontrasena123 microsoft123 minecraft123 minecraft1234 monterrey123 morelos12345 morelos123456 municipio123
municipio1234 mypassword12 mypassword123 naruto123456 newpassword1 newpassword123 norelecion123 oficina12345 oficina123456 p@ssw0rd1234
passw0rd1234 password1234 password12345 password123456 passwordpassword pokemon12345 pokemon123456 presidenta123 presidente12
presidente123 princesa1234 princesa12345 princesa123456 princess1234 prueba123456 prueba1234567 pruebaprueba pumasunam1234 q1w2e3r4t5y6
q1w2e3r4t5y6u7 qazwsx123456 qazwsxedcrfv qwerty123456 qwerty12345678 qwerty1234567890 qwertyuiop12 qwertyuiop123 qwertyuiop1234
qwertyuiopas qwertyuiopasdf qwertyuiopasdfghjkl realmadrid12 realmadrid123 secretaria12 secretaria123 secretario123 secreto12345
secreto123456 sistema12345 sistema123456 spiderman123 starwars1234 sufragioefectivo sunshine1234 superman1234 teamo1234567 teamo123456789
teamomucho12 teamomucho123 teamomuchomiamor teamoporsiempre temporal1234 temporal12345 temporal123456 test12345678 testpassword
testtesttest thepassword1 trabajo12345 trabajo123456 trustno1trustno1 usuario12345 usuario123456 usuario1234567 virgendeguadalupe
vivamexico12 vivamexico123 vivamexico1234 votolibre123 welcome12345 welcome123456 whateverwhatever windows12345 zaq12wsxcde3 zxcvbnm123456
`

export const COMUNES: ReadonlySet<string> = new Set(LIST.trim().split(/\s+/))

/** Words on which most guesses are built. */
export const RAICES: readonly string[] = [
  'contrasena',
  'contrasenia',
  'password',
  'clave',
  'secreto',
  'qwerty',
  'admin',
  'bienvenid',
  'usuario',
  'teamo',
]
