"""Kinds of sentence ends that reports of users name, each in every language it applies to."""

from __future__ import annotations

import pytest

from summarise.text.sentences import split_sentences


def assert_split(language: str, marked: str) -> None:
    """A text is split where the bars stand, and nowhere else."""
    expected = marked.split(" | ")
    text = " ".join(expected)
    assert [text[start:end] for start, end in split_sentences(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "Claims arise under 17 U.S.C. § 107 and Cal. Civ. Code § 51. | The court agreed."),
        ("en", "See 28 C.F.R. § 35 for details. | It is short."),
        (
            "en",
            "The bridge (Fig. 3) was shown by Adeyemi et al. (see Table 2) then. | Nobody saw it.",
        ),
        ("en", "Adeyemi et al. (EU 2014/33) set the rule. | It stands."),
        ("en", "She worked for Ames Mfg. & Supply Co. in Ohio. | They paid well."),
        ("en", "Dept. & staff met at noon. | Lunch followed."),
        ("en", "Norton Bros. + Sons built it. | It fell."),
        ("en", "See Cal. Code Regs. tit. 8, § 3203. | It is long."),
        ("en", "Cf. Restat. (2d) Torts § 402A. | So it goes."),
        ("en", "It was in the Ill. App. Ct. (1st Dist.) then. | He lost."),
        ("en", "The Ga. Code is long. | Mich. Comp. Laws § 3 is not."),
        ("en", "He has a Ph.D. (Oxford) and a cat. | Both are old."),
        ("en", "They live in Springfield, Ill. (pop. 114,000) now. | It is flat."),
        ("en", "We need rope, lamps, etc. (see list). | Then we go."),
        ("de", "Nach Abs. 3 gem. § 5 i. V. m. § 7 gilt das. | So ist es."),
        ("fr", "Voir l'art. § 3 de la loi. | C'est clair."),
    ],
)
def test_a_short_form_before_a_sign_or_a_bracket(language: str, marked: str) -> None:
    assert_split(language, marked)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "See Tex. Gov't Code Ann. § 311. | Cal. Penal Code § 2 is long."),
        ("en", "The order cites 18 C.F.R. pt. 4 and Fed. R. App. P. 4(a)(1). | It is final."),
        ("en", "See Hale v. Lund, 12 F. Supp. 2d 345 (S.D.N.Y. 1998). | It was close."),
        ("en", "Under Fed. R. Evid. 403 the photo stayed out. | The jury left."),
        ("en", "The rule is in N.Y. C.P.L.R. 3212(b). | He read it."),
        ("en", "See Nat'l Rev. 12 for more. | It helps."),
        ("en", "He cited 5 Ill. 2d 12 and 3 Mass. App. Ct. 4 again. | He lost."),
        ("en", "He came from Mich. | The rest came by train."),
    ],
)
def test_short_forms_in_a_chain(language: str, marked: str) -> None:
    assert_split(language, marked)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "It was shown in earlier research. [1–3] | Later work agreed."),
        ("en", "It was shown in earlier research. [1, 2] | Later work agreed."),
        ("en", "It was shown in earlier research.[4–6] | Later work agreed."),
        ("en", "It was shown before [9]_. | Later work agreed."),
        ("en", "It was shown before. [9]_ | Later work agreed."),
        ("en", "It closed in 1998. [2, 3, 7] | We saw it later."),
        ("en", "They agreed.[note 3] | We did not."),
        ("en", "They agreed.[a][12] | We did not."),
    ],
)
def test_reference_marks(language: str, marked: str) -> None:
    assert_split(language, marked)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "We open at 8 a.m. | Be early."),
        ("en", "We close at 6 p.m. | Bring cash."),
        ("en", "We close at 6 p.m. Eastern on Fridays. | Bring cash."),
        ("en", "We met at 5 p.m. Monday in the hall. | It was full."),
        ("en", "The train leaves at 7 a.m. | Do not miss it."),
        ("es", "Llegó a las 5 p. m. de ayer. | Llovía."),
        ("pt", "A loja fecha às 6 p. m. de sábado. | Venha cedo."),
        ("el", "Έφυγε στις 5 μ.μ. | Γύρισε αργά."),
        ("es", "Abre a las 8 a. m. | Venga pronto."),
        ("en", "He wrote the 9 a.m. News bulletin. | It was short."),
        ("en", "At 9 p.m. Smith left. | He was tired."),
        ("en", "We leave at 10 a.m. | Mary drives."),
        ("en", "The vote passed 5 to 2 at 9:30 p.m. | Nobody cheered."),
        ("en", "The tide turned at 6 a.m. local time. | They sailed."),
    ],
)
def test_a_time_of_day(language: str, marked: str) -> None:
    assert_split(language, marked)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "The call took 95 ms. | It was slow."),
        ("en", "The dose is 5 mg. | Take it at night."),
        ("en", "Prices rose by 3 pct. | Wages did not."),
        ("en", "It weighs 12 lbs. | The box is blue."),
        ("en", "The board is 20 cm. | Cut it."),
        ("en", "He ran 5 km. | Then he slept."),
        ("en", "Add 2 oz. | Stir well."),
        ("en", "The tank holds 40 gal. | Fill it up."),
        ("en", "The room is 9 ft. | Measure it again."),
        ("en", "Turn it to 20 Hz. | Listen."),
        ("en", "The clip is 30 sec. | Watch it twice."),
        ("en", "It took 5 min. | We were bored."),
        ("en", "The pool is 5 ft. deep. | Nobody swims."),
        ("en", "It costs 5 bn. | The city has none."),
        ("en", "A walk of 2 mi. | Bring water."),
        ("de", "Der Test dauerte 95 ms. | Er war langsam."),
        ("de", "Die Dosis ist 5 mg. | Nehmen Sie sie abends."),
        ("de", "Man misst 20 cm. | Dann sägt man."),
        ("de", "Er lief 10 km. | Danach schlief er."),
        ("fr", "Le sac pèse 5 kg. | Prenez-en deux."),
        ("fr", "L'opéra, op. 12, dure 2 h. | Il plaît."),
        ("nl", "De doos weegt 5 kg. | Neem er twee."),
        ("es", "Pesa 5 kg. | Tome dos."),
        ("en", "The pump runs at 50 psi. | Check it daily."),
        ("en", "He took 20 mg. | His fever fell."),
        ("en", "He weighs 90 lbs. | She weighs more."),
        ("ru", "Это стоит 5 млн. руб. | Денег нет."),
        ("uk", "Це коштує 5 млн. грн. | Грошей немає."),
        ("en", "Ms. Smith waited 5 min. | Nobody came."),
        ("en", "It fell 2 pct. in May. | It rose 3 pct. | Analysts were glad."),
    ],
)
def test_a_number_with_its_unit(language: str, marked: str) -> None:
    assert_split(language, marked)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("de", "Die Lieferung erfolgt i. d. R. am Montag. | Der Laden ist zu."),
        ("de", "Er war i. A. des Chefs da. | Dann ging er."),
        ("de", "Das ist m. E. Unsinn. | Er blieb."),
        ("de", "Sie sind v. a. Bauern. | Sie bleiben."),
        ("de", "Der Mann, z. Zt. Lehrer, kam. | Er ging."),
        ("de", "Das gilt i. S. d. Gesetzes. | Es ist neu."),
        ("de", "Das Kapitel o. Ä. Texte fehlt. | Schade."),
        ("uk", "Ціна 5 тис. грн. за тонну. | Це багато."),
        ("es", "La Sra. Ruiz y el Dr. Paz, p. ej. Ana, vinieron. | Nadie más."),
        ("es", "Vive en EE. UU. desde mayo. | Le gusta."),
        ("es", "Lo vio en el s. III a. C. en Roma. | Es viejo."),
        ("es", "La empresa Ruiz S. A. compró el barco. | Es nuevo."),
        ("de", "Rom wurde 753 v. Chr. gegründet. | So heißt es."),
        ("de", "Das war im 3. Jh. v. Chr. | Die Stadt war klein."),
        ("de", "Die Bank hat u. U. mehr Geld. | Sie schweigt."),
        ("de", "Äpfel, Birnen u. dgl. sind billig. | Kirschen nicht."),
        ("fr", "Le camp fut bâti en 52 av. J.-C. par Rome. | Il reste des murs."),
        ("it", "La Rossi S. p. A. ha vinto. | Tutti lo sanno."),
        ("it", "Nacque nel 40 a. C. a Roma. | Morì lì."),
        ("nl", "Hij kwam, d. w. z. hij wilde komen. | Het regende."),
        ("sv", "Han köpte t. ex. bröd. | Sedan gick han."),
        ("sv", "Staden byggdes 300 f. Kr. av romare. | Den är stor."),
        ("pl", "Miasto powstało w 50 r. p. n. e. nad rzeką. | Jest małe."),
        ("el", "Ιδρύθηκε το 300 π. Χ. από Ρωμαίους. | Είναι μικρή."),
        ("ru", "Город основан в 50 г. до н. э. у реки. | Он мал."),
        ("ru", "Цена 5 тыс. руб. за кг. | Дорого."),
        ("ru", "Т. е. он прав. | Все молчат."),
        ("uk", "Місто засновано в 50 р. до н. е. біля річки. | Воно мале."),
        ("es", "Los EE. UU. firmaron. | Las FF. AA. no."),
        ("de", "Sie kamen z. T. aus Köln, m. a. W. von nah. | Alle blieben."),
        ("nl", "Hij woont o. a. in Gent, t. o. v. de kerk. | Het is stil."),
    ],
)
def test_a_short_form_with_gaps(language: str, marked: str) -> None:
    assert_split(language, marked)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "It was rebuilt in 1998. | We saw it later."),
        ("en", "Beethoven wrote Op. 46 in May. | It was late."),
        ("en", "Chopin's Op. 9 No. 2 is known. | Play it."),
        ("en", "Symphony no. 5, op. 67 opens loudly. | It ends so too."),
        ("de", "Vgl. § 5 Abs. 2 Nr. 1 BGB. | Das ist klar."),
        ("de", "Beethovens Op. 67 ist bekannt. | Es ist laut."),
        ("ru", "Дом построен в кон. XIX в. на холме. | Он стоит."),
        ("ru", "Он жил в сер. XX в. в Твери. | Там тихо."),
        ("ru", "Завод открыт в 1-й пол. XX в. у реки. | Он закрыт."),
        ("ru", "Он живет на ул. Мира, дом 5, корп. 2, кв. 7. | Там тихо."),
        ("ru", "См. разд. 3, подп. 2. | Там всё есть."),
        ("ru", "Родился в дер. Гусево в 1901 г. | Потом уехал."),
        ("uk", "Він живе на просп. Миру, буд. 7, корп. 2. | Там тихо."),
        ("uk", "Див. розд. 3, табл. 2, с. 12. | Там усе є."),
        ("uk", "Це було в поч. XX ст. у Києві. | Потім стало тихо."),
        ("es", "Véase el cap. 3, párr. 2, y la fig. 5. | Es largo."),
        ("es", "Nació en el s. XIX en Lima. | Murió allí."),
        ("es", "Vive en la c. Mayor n.º 5. | Es vieja."),
        ("de", "Nach § 5 Abs. 2 S. 1 Nr. 3 EStG gilt das nicht. | Es gibt Ausnahmen."),
        ("de", "Nach Art. 6 Abs. 1 lit. f DSGVO ist es erlaubt. | Das genügt."),
        ("de", "Er kam i. J. 1890 i. V. des Fürsten. | Niemand wusste es."),
        ("fr", "L'art. L. 121-1 du code le dit. | Il est clair."),
        ("fr", "Voir chap. 4, al. 2, et ann. 3. | Tout y est."),
        ("it", "Secondo l'art. 5, co. 2, lett. a), vale. | È così."),
        ("it", "Vedi cap. 3, par. 2, e tab. 5. | È lungo."),
        ("pt", "Ver al. b) do n.º 2 do art. 5.º da lei. | É claro."),
        ("pt", "Veja o cap. 3, fig. 2 e tab. 1. | É simples."),
        ("nl", "Zie art. 6 lid 1 jo. art. 3 van de wet. | Dat is alles."),
        ("da", "Se bl. a. kap. 3 og fig. 2. | Det er nok."),
        ("no", "Se f. eks. kap. 3 og tab. 2. | Det er nok."),
        ("fi", "Katso kuva s. 12 ja taul. 3. | Se riittää."),
        ("pl", "Zgodnie z art. 5 ust. 2 pkt 3 lit. a ustawy tak jest. | Nikt nie pyta."),
        ("pl", "Zob. rozdz. 3, ryc. 2, tab. 4. | To dużo."),
        ("cs", "Podle § 5 odst. 1 písm. a) zákona to platí. | Je to tak."),
        ("cs", "Město vzniklo r. 50 př. n. l. u řeky. | Je malé."),
        ("cs", "Viz kap. 3, obr. 2 a tab. 4. | To stačí."),
        ("sk", "Podľa § 5 ods. 1 písm. a) zákona to platí. | Je to tak."),
        ("hu", "Lásd a 3. fej. 2. bek. szövegét. | Elég."),
        ("hu", "Róma Kr. e. 753 óta áll. | Régi."),
        ("ro", "Conform art. 5 alin. (2) lit. a) din lege, se aplică. | Atât."),
        ("ro", "S-a născut în sec. XX la Iași. | A murit acolo."),
        ("tr", "Bkz. böl. 3, şek. 2 ve tab. 1. | Yeter."),
        ("tr", "Kent M. Ö. 300 yılında kuruldu. | Küçüktür."),
        ("el", "Βλ. κεφ. 3, σελ. 12 και εικ. 2. | Αρκεί."),
        ("ru", "По ч. 2 ст. 15 и п. 3 разд. 4 это верно. | Спора нет."),
        ("ru", "Это было в 20-х гг. XX в. в Москве. | Все помнят."),
        ("ru", "Груз весит 20 кг. | Несите осторожно."),
        ("uk", "Згідно з ч. 2 ст. 15 та п. 3 розд. 4 це так. | Усі знають."),
        ("uk", "Вантаж важить 20 кг. | Несіть обережно."),
        ("bg", "Виж гл. 3, стр. 12 и табл. 2. | Стига."),
        ("bg", "Живее на ул. Мир, бл. 5, вх. 2, ап. 7. | Тихо е."),
        ("es", "Según el art. 5, inc. 2, ap. 3, vale. | Es así."),
        ("hr", "Vidi čl. 5, st. 2, toč. 3 zakona. | Dosta."),
        ("sl", "Glej 3. pogl., str. 12 in tab. 2. | Dovolj."),
        ("en", "The song, K. 331, is short. | Play it."),
    ],
)
def test_law_dates_places_and_references_before_numbers(language: str, marked: str) -> None:
    assert_split(language, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "We all came :-) | Then we left.",
        "We all came :) | It was fun ;) | Bye.",
        "So did Adeyemi et al. | (He was their teacher.) | The rest did not.",
        "The answer is no. | [But] it is good. | He sells art. | (More on this later.)",
        "He lives in the U.S. | (His wife does not.) | They write.",
    ],
)
def test_faces_and_brackets_of_their_own(marked: str) -> None:
    assert_split("en", marked)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("it", "Secondo la l. 30 aprile 1999 il comune decide da solo. | Così fu."),
        ("it", "La legge n. 241, art. 3, c. 2 lo prevede, e la sez. 4 no. | Nessuno la legge."),
        ("de", "Das Blatt l. 30 fehlt, und Sp. 12 ist leer. | Niemand weiß warum."),
        ("fr", "Voir p. 30 et s. 12 du rapport, puis f. 4 et le tabl. 3. | C'est long."),
        ("es", "Cap. 30, v. 12 del texto. | Es breve."),
        ("pl", "T. 30, z. 2 zaginął. | Zob. s. 30 w tym tomie."),
        ("en", "See ll. 30–45 and fol. 30r of the text. | It is torn."),
        ("en", "It took 30 s. 12 people left. | The rest slept."),
        ("de", "Es war am 3. 4. 1920 in Ulm. | Es regnete."),
        ("cs", "Stalo se to 12. 10. 1920 v Brně. | Pršelo."),
    ],
)
def test_a_word_cut_short_before_a_figure(language: str, marked: str) -> None:
    assert_split(language, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "• ☑ Copy the ledger, page by page",
        "• ☐ Compare it with the gauge. | Then write to the board.",
        "1. ☐ Ask for the fourth copy.",
        "🚀 The ferry sails again. | The ice is gone.",
        "👩\u200d💻 Write the log. | Then sleep.",
        "The ice is gone 🎉 | The ferry sails again.",
        "The ice is gone! 🎉 | The ferry sails again.",
    ],
)
def test_an_emoji_or_a_box_before_all_words_belongs_to_them(marked: str) -> None:
    assert_split("en", marked)
