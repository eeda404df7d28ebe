"""The scripts, small words, ends of words and letters that tell languages apart.

The words are the commonest short ones of running text: two hundred characters hold about ten.
"""

from __future__ import annotations

#: First and last character of each script, in order; and what it is: a script of several languages
#: (see :data:`WORDS`), "han", or the one language that writes it.
SCRIPTS = (
    ("A", "Z", "latin"),
    ("a", "z", "latin"),
    ("\u00c0", "\u024f", "latin"),
    ("\u0370", "\u03ff", "el"),
    ("\u0400", "\u052f", "cyrillic"),
    ("\u0530", "\u058f", "hy"),
    ("\u0590", "\u05ff", "he"),
    ("\u0600", "\u06ff", "arabic"),
    ("\u0750", "\u077f", "arabic"),
    ("\u0900", "\u097f", "devanagari"),
    ("\u0980", "\u09ff", "bn"),
    ("\u0a00", "\u0a7f", "pa"),
    ("\u0a80", "\u0aff", "gu"),
    ("\u0b00", "\u0b7f", "or"),
    ("\u0b80", "\u0bff", "ta"),
    ("\u0c00", "\u0c7f", "te"),
    ("\u0c80", "\u0cff", "kn"),
    ("\u0d00", "\u0d7f", "ml"),
    ("\u0d80", "\u0dff", "si"),
    ("\u0e00", "\u0e7f", "th"),
    ("\u0e80", "\u0eff", "lo"),
    ("\u0f00", "\u0fff", "bo"),
    ("\u1000", "\u109f", "my"),
    ("\u10a0", "\u10ff", "ka"),
    ("\u1100", "\u11ff", "ko"),
    ("\u1200", "\u139f", "am"),
    ("\u1780", "\u17ff", "km"),
    ("\u1e00", "\u1eff", "latin"),
    ("\u1f00", "\u1fff", "el"),
    ("\u3040", "\u30ff", "ja"),
    ("\u3400", "\u9fff", "han"),
    ("\uac00", "\ud7af", "ko"),
)

_LATIN = {
    "af": "die van het is en in nie 'n dat te om hy vir wat aan op met was sy ek as ook deur hulle "
    "kan nog sal maar word ons na by of uit daar baie hierdie jaar",
    "az": "və bir bu ilə üçün də da ki olan edir olub ildə sonra daha çox kimi onun hər edib "
    "etmək olaraq tərəfindən isə ancaq görə qədər",
    "ca": "el la de i a que els les en un una per amb del al és no es va són com més seu seva ha "
    "dels aquest aquesta però també han ser o ja anys molt quan des entre fins això hi li",
    "cs": "a v se na je že s z do o to i ve za pro jako by po k jsou od podle která který které "
    "bylo byl byla už si při také když ale nebo jeho jejich uvedl až ze není jen před však roku",
    "cy": "y yr yn a i ar o ac mae wedi ei am bod gan hefyd oedd fod ond eu hyn sy cael gyda "
    "pan nid oes bydd roedd bu dros mewn",
    "da": "og i at det er en den til af på for med der som de har et ikke fra han var blev om ved "
    "men sig kan også efter vil hun eller havde være skal mere over så når bliver nu meget af år "
    "hvor hvad ud jeg uden siger blevet hvis mig dig hende nogle noget nogen kunne skulle ville "
    "selv gennem mellem igen allerede kun deres vores tilbage dog lige gør få fået sagde hos kom "
    "alle alt denne dette samt godt to tre måde mange sådan ture børn nogen vores vore dag ej osse "
    "sku bør stort helt stå viste",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch "
    "es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum "
    "war haben nur oder aber vor zur bis mehr durch ich wir wurde einen sein",
    "en": "the of and to in a is that for it on was with as he be at by this had not are but from "
    "or have an they which you were his her all she there would their we him been has when who "
    "will no more if out so said what its about than into them can only other i my your our",
    "eo": "la de kaj en estas al por ne kun la ke li ĝi estis pri sed aŭ tiu kiu kiuj unu oni ili "
    "post pli laŭ inter ankaŭ dum kiel ĉar ĉi",
    "es": "el la de que y a en un los del se las por con una su para no es al lo como más pero sus "
    "le ha o este sí porque esta entre cuando muy sin sobre también fue hasta desde años había "
    "según son ser dos han donde ya todo ante ellos",
    "et": "ja on ei et ka see oli kui mis ning oma aga või ta nad seda siis selle ma välja aasta "
    "aastal pärast üle kes nagu tema juba veel mida ole olid kuid pole",
    "eu": "eta da du ez bat zen dute dira ere izan egin baina dela hau bere zuen nahi behar dago "
    "baino gabe edo artean duen dituen urte ditu oso",
    "fi": "ja on ei että se oli hän mutta ovat kun myös joka sen ole kuin jos niin vain mukaan "
    "ollut nyt tai mitä siitä jo tämä sekä olla olisi voi jotka vielä sitä kanssa vuonna minä "
    "olen ne noin hänen siinä jälkeen",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce "
    "il sont la avec son ou aux elle nous mais été cette ont à leur ses je comme vous on c'est "
    "fait d'un d'une qu'il était être aussi sans tout deux",
    "ga": "an na agus ar a i go le sé bhí is tá do ag leis ní ach mar seo sin ó bhfuil den chun "
    "siad acu raibh nó faoi",
    "gl": "de a o que e do da en os no un na as unha por para con non ao se dos como máis é súa "
    "das á foi ou pero nos tamén galicia este anos nas onde hai xa ser polo sobre estes pola",
    "hr": "i u je se na da su za od s a koji što o iz bi to kao koja te ne će ili nije također ali "
    "kako samo koje bio nakon bila prema sve više već zbog kada godine bilo još tko jer do po",
    "hu": "a az és hogy nem is egy volt meg de ez azt már csak van el ha mint még szerint ezt "
    "vagy lesz lehet után sem aki mert több ami majd két olyan kell között így pedig között ki "
    "amely ezért nagyon",
    "id": "yang dan di dari untuk dengan pada ini itu dalam tidak akan ke juga oleh adalah telah "
    "sebagai bisa karena ada kata mereka atau saat lebih tersebut dia saya kami sudah menjadi "
    "anda bahwa masih kepada orang tahun hanya setelah",
    "is": "og að í á er sem það til um við ekki en var með fyrir hann af þess hún þá eru þeir "
    "frá þar hefur verið þegar því eftir eða hafa ég sér segir vera",
    "it": "di e il la che in a per un è del non una i le con si da sono della più al come ma lo ha "
    "dei nel anche alla gli se o nella delle ci questo dal tra stato ai suo essere sul questa "
    "dalla perché hanno cui due anni era prima quando loro c'è ed",
    "la": "et in est ad non ut cum quod qui sed ex si quae per esse sunt de enim ab aut autem "
    "etiam hoc atque nec eius quam",
    "lt": "ir į kad yra iš su tai ne kaip o bet buvo apie už jis nuo per jau dėl tik po ar pagal "
    "metų savo taip kurie jo labai kai iki gali būti prie mes dar",
    "lv": "un ir no ka uz ar par kas bet tā arī to kā lai pēc gada tika vai šo nav jau pie viņš "
    "tas bija tikai savu līdz var būt ko pat šī gan",
    "ms": "yang dan di dengan untuk pada itu ini tidak dalam kepada beliau ke telah adalah akan "
    "daripada oleh juga mereka kerana sebagai boleh atau ialah dari ada berkata tersebut bagi "
    "dapat semua seorang antara katanya",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als die maar door "
    "bij hij ze naar werd was uit wordt nog dan over tot heeft al worden hebben wel ik zich deze "
    "kan geen veel meer haar hun zo moet of dit onder we wat je",
    "no": "og i det er på som en til av for at med har de ikke den han var om et fra å men seg "
    "kan skal også sier vi ble eller etter blir hun så ut vil være hadde når ved nå bare jeg "
    "mot over da hva mange noe år enn opp bli mye sin blitt ein ikkje eit ho frå dei eg vart "
    "meg deg henne noen kunne skulle ville selv gjennom mellom igjen allerede deres våre tilbake "
    "likevel gjør få fått sa hos kom alle alt denne dette samt godt to tre kun barn måte slik dag "
    "måtte stor helt stå viste bør",
    "pl": "w i na z do się że to nie o jest a jak po przez od za oraz dla tym był co roku ale ze "
    "są tego przed już było może jego która który które także tylko lub przy jej być bardzo pod "
    "czy tak ich podczas więc została",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele "
    "das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem "
    "mesmo aos seus são foi ser tem está há nas anos segundo",
    "ro": "și de în a la cu din care pe nu o un că pentru este mai au fost sau prin al ale sunt "
    "lui dar după ca unei despre când ei se iar această fi acest care anul doar toate cele ce am "
    "într-o către şi între",
    "sk": "a v sa na je že s z do o to aj vo za pre ako by po k sú od podľa ktorá ktorý ktoré bolo "
    "bol bola už si pri tiež keď ale alebo jeho ich uviedol až zo nie len pred však roku čo",
    "sl": "in je v na se za da so ki z pa bi s ne tudi po kot ali od iz pri še o med do ko kar "
    "lahko sta že bo bilo bil bila zaradi svoje le leta več kako pred samo tem",
    "sq": "të e në për me një dhe i që se nga është ka si nuk më do u ai kjo por janë pas kanë "
    "këtë tij ishte duke edhe mund shqipërisë",
    "sr": "i u je se na da su za od sa koji o iz će što bi to kao koja ne ili nije takođe ali kako "
    "samo koje bio posle bila prema sve više već zbog kada godine bilo još ko jer do po rekao "
    "gde",
    "sv": "och i att det som en på är av för med den till har de inte om ett han men var sig från "
    "vi så kan när nu också eller efter skulle ska hade vid jag än under mot där hon vara mycket "
    "blir år säger någon två in sin bara över alla mer ut",
    "sw": "na ya wa kwa ni katika za la kuwa hiyo huo cha alisema hata kama lakini baada yake "
    "ambao wake watu hilo sana pia kutoka",
    "tl": "ang ng sa na mga at ay si ni para hindi ito kay siya may niya nang kanyang mula rin "
    "ngunit isang kung ko ako",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en ne o kadar sonra ancak her ya "
    "ise var yok değil olduğunu olduğu dedi göre ki mi ama diye büyük yeni iki şekilde nasıl "
    "oldu tarafından ben",
    "vi": "và của là có được trong cho các một không người với này đã những khi đến từ tại về để "
    "cũng như ra năm nhiều ông vào theo sẽ nhưng trên làm phải còn chỉ bị",
}

_CYRILLIC = {
    "be": "і у ў на з што не да як гэта па для але за аб яго былі быў была ад або яны ён яна якія "
    "які таксама ці калі ужо года",
    "bg": "на и в за да от се с е са по не че до си със като но след при или това които която "
    "който през ще му беше той има към бе още само годишно",
    "kk": "және бір бұл мен үшін да де деп болды болып туралы осы қазақстан ол бар сол кейін оның "
    "бойынша дейін еді емес қазақ өз ең",
    "mk": "на и во да се за од е не со што ќе ги по го ја но како или беше тоа таа до дека кој "
    "кои која сите само бил има при според",
    "mn": "нь байна юм болон энэ бол гэж тэр дээр байсан хийх ба оны гэсэн байгаа билээ харин",
    "ru": "и в не на что с по как он это из у за для о от а к его но же было так бы все ее или "
    "году был уже был при она после также если они до только который были чтобы мы еще сказал "
    "этого может более я меня мне вы нет",
    "sr": "и у је се на да су за од са који о из ће што би то као која не или није такође али како "
    "само које био после била према све више већ због када године било још",
    "uk": "і в на не що з у до та за як це по для від його або але про які був при також року "
    "вже було він є були ми бути цього який вони я тому його щоб між може через під час зі ж",
}

_ARABIC = {
    "ar": "في من على أن إلى التي عن مع هذا كان ما لا هذه الذي أو بعد قد لم كما بين وقال ذلك قال "
    "خلال عام كانت وقد حيث ولا إن وفي كل هو هي وهو ومن وكان",
    "fa": "و در به از که این را با است برای آن یک خود تا بر هم می نیز شده شد ما کرد بود او های "
    "اما هر کرده شود دو گفت باید اگر",
    "ps": "د په او چې دی له کې ته دا هم نه سره یې دي شوي کړي یو کړ شو وي",
    "ur": "کے کی میں ہے کہ اور سے کو کا نے پر اس بھی ہیں یہ تھا ایک نہیں جو کر کیا تو وہ تھے "
    "گیا ان لیے ساتھ بعد ہو",
}

_DEVANAGARI = {
    "hi": "के में की है और को से का एक पर ने यह भी हैं कि लिए इस नहीं ही जो कर तो वह था साथ बाद "
    "हो गया कहा उन्होंने किया करने थे थी रहे",
    "mr": "आणि आहे या ते त्या हे की व च मध्ये होते होता त्यांनी असे एक ही होती केली केले नाही "
    "करण्यात येथे तर आहेत म्हणून झाली झाले यांनी हा हे तो ती पण अनेक केला आपल्या माझ्या यावर घेतला "
    "वर्षांपासून मला काय त्याने आता असा करून",
    "ne": "छ र को मा लाई पनि भएको यो गर्न एक हो हुन गरेको छन् थियो गर्ने भने तथा उनले नेपाल "
    "देखि हुने थिए नै भएका",
}

#: Script → language → its words.
WORDS = {
    "latin": _LATIN,
    "cyrillic": _CYRILLIC,
    "arabic": _ARABIC,
    "devanagari": _DEVANAGARI,
}

#: Languages a text is in less often than its words alone suggest: each has a big neighbour that
#: shares many of them.
RARE = "af be ca cy eo et eu ga gl is kk la mk ms ps sl sq sr sw tl az lt lv mn"

#: Ends of words that tell neighbours apart, of three letters each.
ENDINGS = {
    "af": "eid nge",
    "bg": "ите ата ето ски ият",
    "cs": "ého ými ích ová ání ost",
    "da": "hed ede igt ion nde age vej",
    "de": "ung ten hen ich eit aft",
    "en": "ing ion ity ess ers ted",
    "es": "ión ado dad ndo nte ios",
    "et": "ust ude mis ise tud ste alt ega vad use",
    "fi": "ssa ssä lla llä sta stä lle een aan ään nut nyt nen tta ttä ksi vat vät taa tää ien jen",
    "fr": "ion ent ait aux eur ées ait ont",
    "gl": "ión dor ade cia oso",
    "hr": "nje ije lja osti ima oga",
    "hu": "nak nek ban ben ott ett ság ség ból ről tak val vel",
    "it": "one ato are ità nte nti tto gli",
    "nl": "ing jke eid aar oor ien",
    "no": "het jon ene nde ett att itt",
    "pl": "ego ych ość nie emu ach ych",
    "pt": "ção dos ões ade ndo nte eza",
    "ro": "ții are lor ate ilor ului rea",
    "ru": "ого ния ный ать ить ство ных ому ает лся ется ость ной",
    "sk": "ého ými ých ová osť nie nia",
    "sv": "het ade ing nde are rna ens",
    "tr": "lar ler nda nin nın dan den yor rak lık lik mak mek",
    "uk": "ого ння ний ати ити ство них ому ість ься ої ій",
}

#: Letters that few languages of a script use: each found in a text speaks for these.
LETTERS = {
    "latin": {
        "ß": "de",
        "ä": "de sv fi et sk",
        "ö": "de sv fi et hu tr is az",
        "ü": "de tr et hu az",
        "å": "sv da no",
        "æ": "da no is",
        "ø": "da no",
        "ñ": "es gl eu tl",
        "ã": "pt vi",
        "õ": "pt et vi",
        "ç": "fr pt tr ca sq az",
        "è": "fr it ca vi",
        "ê": "fr pt vi cy",
        "à": "fr it ca pt vi",
        "ł": "pl",
        "ą": "pl lt",
        "ę": "pl lt",
        "ż": "pl",
        "ś": "pl",
        "ě": "cs",
        "ř": "cs",
        "ů": "cs",
        "ľ": "sk",
        "ĺ": "sk",
        "ť": "sk cs",
        "č": "cs sk sl hr sr lt lv",
        "š": "cs sk sl hr sr lt lv et",
        "ž": "cs sk sl hr sr lt lv et",
        "đ": "hr sr vi",
        "ć": "hr sr pl",
        "ő": "hu",
        "ű": "hu",
        "ğ": "tr az",
        "ş": "tr az ro",
        "ı": "tr az",
        "ə": "az",
        "ă": "ro vi",
        "ț": "ro",
        "î": "ro fr",
        "ð": "is",
        "þ": "is",
        "ý": "cs sk is vi",
        "ē": "lv",
        "ā": "lv",
        "ī": "lv",
        "ė": "lt",
        "ų": "lt",
        "ĝ": "eo",
        "ĉ": "eo",
        "ŵ": "cy",
        "ơ": "vi",
        "ư": "vi",
        "ạ": "vi",
        "ế": "vi",
        "ë": "sq nl",
        "ò": "it ca vi",
        "ù": "it fr vi",
        "ï": "ca fr nl",
    },
    "cyrillic": {
        "ы": "ru be kk mn",
        "э": "ru be kk mn",
        "ё": "ru be mn",
        "ъ": "bg ru",
        "і": "uk be kk",
        "ї": "uk",
        "є": "uk",
        "ґ": "uk",
        "ў": "be",
        "ђ": "sr",
        "ћ": "sr",
        "џ": "sr mk",
        "ј": "sr mk",
        "љ": "sr mk",
        "њ": "sr mk",
        "ѓ": "mk",
        "ќ": "mk",
        "ѕ": "mk",
        "қ": "kk",
        "ғ": "kk",
        "ә": "kk",
        "ң": "kk",
        "ұ": "kk",
        "ү": "kk mn",
        "ө": "kk mn",
        "щ": "ru uk bg",
    },
    "arabic": {
        "ٹ": "ur",
        "ڈ": "ur",
        "ڑ": "ur",
        "ے": "ur",
        "ں": "ur",
        "ہ": "ur",
        "ھ": "ur",
        "گ": "fa ur",
        "پ": "fa ur ps",
        "چ": "fa ur ps",
        "ژ": "fa ps",
        "ی": "fa ur ps",
        "ک": "fa ur ps",
        "ې": "ps",
        "ښ": "ps",
        "ړ": "ps",
        "ځ": "ps",
        "څ": "ps",
        "ة": "ar",
        "ي": "ar",
        "ك": "ar",
        "ى": "ar",
        "أ": "ar",
        "إ": "ar",
    },
    "devanagari": {"ळ": "mr", "ञ": "ne"},
}
