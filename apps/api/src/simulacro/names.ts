// Common given names and surnames of Mexico. People of the simulacro get them at random: they name nobody in particular.

export const NAMES_OF_WOMEN = words(`
Adriana, Alejandra, Alicia, Alma Delia, Amalia, Amparo, Ana Karen, Ana Laura, Ana Lilia, Andrea, Ángela, Angélica, Antonia, Araceli, Arely, Aurora,
Azucena, Beatriz, Berenice, Bertha, Blanca Estela, Brenda, Carla, Carmen, Carolina, Catalina, Cecilia, Citlali, Clara, Claudia, Concepción, Consuelo, Cristina,
Dalia, Daniela, Diana Laura, Dolores, Dulce María, Edith, Elena, Elia, Elisa, Elizabeth, Elsa, Elvia, Elvira, Emilia, Emma, Erika, Esmeralda, Esperanza, Estela,
Esther, Eugenia, Eva, Evelyn, Fabiola, Fátima, Fernanda, Flor, Francisca, Gabriela, Gloria, Graciela, Griselda, Guadalupe, Guillermina, Hilda, Hortensia, Idalia,
Ileana, Imelda, Inés, Irene, Iris, Irma, Isabel, Itzel, Ivonne, Jacqueline, Jazmín, Jimena, Josefina, Juana, Judith, Julia, Juliana, Karina, Karla Patricia,
Laura Elena, Leonor, Leticia, Lidia, Liliana, Lizbeth, Lorena, Lourdes, Lucero, Lucía, Lucila, Luz María, Magdalena, Manuela, Marcela, Margarita, María Antonieta,
María de la Luz, María de los Ángeles, María del Carmen, María del Rocío, María Elena, María Eugenia, María Fernanda, María Inés, María José, María Luisa, Mariana,
Maribel, Maricela, Marina, Marisol, Martha, Mayra, Mercedes, Minerva, Miriam, Mónica, Nadia, Nancy, Natalia, Nayeli, Noemí, Norma, Ofelia, Olga, Olivia, Paloma,
Patricia, Paula, Perla, Petra, Pilar, Raquel, Rebeca, Reyna, Rita, Rocío, Rosa Isela, Rosa María, Rosalba, Rosario, Ruth, Sandra, Sara, Silvia, Socorro, Sofía, Sonia,
Susana, Teresa, Tonantzin, Úrsula, Valentina, Verónica, Victoria, Violeta, Virginia, Viridiana, Ximena, Xóchitl, Yadira, Yolanda, Zenaida, Zoila`)

export const NAMES_OF_MEN = words(`
Abel, Abraham, Adán, Adolfo, Adrián, Agustín, Alán, Alberto, Alejandro, Alfonso, Alfredo, Alonso, Álvaro, Ángel, Antonio, Armando, Arnulfo, Arturo, Aurelio,
Baltazar, Benito, Benjamín, Bernardo, Camilo, Carlos, César, Cirilo, Claudio, Crisóforo, Cristian, Cuauhtémoc, Dagoberto, Daniel, Darío, David, Delfino, Diego,
Domingo, Edgar, Eduardo, Efraín, Eleazar, Elías, Eliseo, Eloy, Emiliano, Emilio, Emmanuel, Enrique, Epifanio, Erasmo, Ernesto, Esteban, Eugenio, Eusebio, Evaristo,
Ezequiel, Fabián, Faustino, Federico, Felipe, Félix, Fermín, Fernando, Fidel, Filiberto, Francisco Javier, Gabriel, Genaro, Gerardo, Germán, Gilberto, Gonzalo,
Gregorio, Guillermo, Gustavo, Héctor, Heriberto, Hilario, Horacio, Hugo, Humberto, Ignacio, Isaac, Isidro, Ismael, Israel, Iván, Jacinto, Jacobo, Jaime, Javier,
Jerónimo, Jesús, Joaquín, Joel, Jonathan, Jorge, José Antonio, José de Jesús, José Guadalupe, José Luis, José Manuel, Josué, Juan Carlos, Juan Manuel, Julián, Julio,
Kevin, Leobardo, Leonardo, Leonel, Lorenzo, Lucio, Luis Ángel, Luis Enrique, Macario, Manuel, Marcelino, Marco Antonio, Margarito, Mariano, Mario, Martín, Mateo,
Mauricio, Maximino, Melquiades, Miguel, Miguel Ángel, Moisés, Natanael, Nicolás, Noé, Octavio, Omar, Óscar, Osvaldo, Pablo, Pascual, Pedro, Porfirio, Rafael, Ramiro,
Ramón, Raúl, Raymundo, René, Ricardo, Rigoberto, Roberto, Rodolfo, Rodrigo, Rogelio, Rolando, Román, Rubén, Rufino, Salvador, Samuel, Santiago, Saúl, Sebastián,
Sergio, Silvestre, Simón, Teodoro, Tomás, Tonatiuh, Ubaldo, Ulises, Uriel, Valentín, Vicente, Víctor Hugo, Wilfrido, Xavier, Yahir, Zacarías`)

export const SURNAMES = words(`
Abarca, Abundis, Acevedo, Acosta, Aguilar, Aguirre, Alanís, Alarcón, Albarrán, Alcántara, Alegría, Almanza, Alonso, Alquicira, Altamirano, Alvarado, Álvarez, Amador, Anaya,
Andrade, Ángeles, Antúnez, Aragón, Aranda, Araujo, Arce, Arellano, Arias, Armenta, Arredondo, Arriaga, Arroyo, Ávila, Ayala, Bahena, Baltazar, Bárcenas, Barragán, Barrera,
Barrios, Bautista, Becerra, Beltrán, Benítez, Bermúdez, Bernal, Bonilla, Borja, Bravo, Brito, Bustamante, Bustos, Caballero, Cabrera, Calderón, Calixto, Camacho,
Campos, Cano, Cárdenas, Cardoso, Carmona, Carranza, Carrasco, Carrillo, Casales, Castañeda, Castillo, Castro, Cedillo, Cerón, Cervantes, Chávez, Cisneros, Colín, Contreras,
Coria, Corona, Coronel, Cortés, Cortez, Cruz, Cuevas, De Jesús, De la Cruz, De la O, De la Rosa, De la Torre, Del Ángel, Del Río, De León, De los Santos, Delgado, Díaz, Domínguez, Duarte,
Durán, Echeverría, Elizalde, Enríquez, Escalante, Escobar, Espíndola, Espinosa, Espinoza, Esquivel, Estrada, Fernández, Figueroa, Flores, Franco, Fuentes, Galeana, Galicia,
Galindo, Gallardo, Gallegos, Galván, Gama, Gaona, García, Garduño, Garibay, Garza, Gaytán, Gil, Godínez, Gómez, González, Gordillo, Granados, Guadarrama, Guerra, Guerrero,
Güemes, Güereca, Gutiérrez, Guzmán, Heredia, Hernández, Herrera, Hidalgo, Hinojosa, Huerta, Huitrón, Hurtado, Ibáñez, Ibarra, Iglesias, Iñiguez, Islas, Jaramillo, Jasso,
Jiménez, Juárez, Labra, Landa, Lara, Leyva, Linares, Lira, Llanos, López, Lozano, Lucero, Lugo, Luna, Macedo, Machuca, Macías, Madrigal, Magaña, Maldonado, Manjarrez, Marín,
Márquez, Martínez, Mata, Mateos, Medina, Mejía, Meléndez, Mendieta, Mendoza, Meneses, Mercado, Merino, Meza, Millán, Miranda, Mojica, Molina, Mondragón, Monroy, Montaño, Montes,
Montes de Oca, Montiel, Mora, Morales, Moreno, Mosso, Moya, Muñiz, Muñoz, Murillo, Nájera, Narváez, Nava, Navarrete, Navarro, Negrete, Neri, Nieto, Núñez, Ocampo, Ochoa, Ojeda,
Olguín, Olivares, Olvera, Ontiveros, Ordóñez, Orihuela, Orozco, Ortega, Ortiz, Osorio, Pacheco, Padilla, Palacios, Palma, Paredes, Parra, Pastrana, Patiño, Pedraza, Peña, Peralta,
Pérez, Pineda, Pliego, Ponce, Popoca, Porras, Portillo, Pozos, Prado, Quevedo, Quezada, Quintana, Quintero, Quiñones, Quiroz, Ramírez, Ramos, Rangel, Rebollar, Rendón, Reséndiz, Reyes, Reza,
Reynoso, Ríos, Rivas, Rivera, Robles, Rocha, Rodríguez, Rojas, Román, Romero, Rosales, Rosas, Rubio, Ruiz, Saavedra, Salas, Salazar, Salgado, Salinas, Samaniego, Sánchez, Sandoval, Santana,
Santiago, Santillán, Saucedo, Sedano, Segura, Sepúlveda, Serrano, Sierra, Silva, Solano, Solís, Soriano, Sosa, Soto, Suárez, Tapia, Tecpanécatl, Tejeda, Téllez, Tenorio, Terán, Terrazas,
Tinoco, Tlatempa, Toledo, Toledano, Torres, Trejo, Treviño, Trujillo, Ugalde, Uribe, Valdés, Valdez, Valencia, Valladares, Vallejo, Vargas, Vázquez, Vega, Velasco, Velázquez, Vera,
Verdín, Vergara, Villa, Villalobos, Villanueva, Villaseñor, Villegas, Xicohténcatl, Yáñez, Ybarra, Zamora, Zapata, Zárate, Zavala, Zepeda, Zúñiga`)

/** Two surnames that a family joined into one. */
export const JOINED_SURNAMES = words(`
Pérez-Gil, Ruiz-Solís, Sánchez-Mora, López-Aranda, Flores-Peña, Vega-Rincón, Luna-Ibarra, Mora-Tapia, Díaz-Arriaga, Nava-Olmos`)

export const NICKNAMES = {
  mujer: words(
    `La Maestra, Lupita, Chayo, La Doctora, Paty, Lety, Tita, Licha, Chabela, Concha, Nena, Mago, Doña Mary, Chole, Nelly, Lucha, Tere, Chela, Mari, Yoli`,
  ),
  hombre: words(
    `El Profe, Don Beto, Pepe, Chuy, Nacho, Lalo, Toño, Memo, Pancho, El Ingeniero, Quique, Beto, Kike, Goyo, Lencho, Chava, Paco, Rafa, Don Chema, Tacho`,
  ),
  no_binario: words(`Ari, Alex, Sam, Dani, Guadalupe`),
}

function words(text: string): string[] {
  return text.split(',').map((word) => word.replace(/\s+/g, ' ').trim())
}
