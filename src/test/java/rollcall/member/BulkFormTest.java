package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What a request hands out holds the parameters of its address first, then those of its body. */
class BulkFormTest {

    private static BulkForm read(String address, String body) {
        var sent = QueryString.parse(address);
        QueryString.parse(body).forEach(sent::addAll);
        return BulkForm.of(sent, address.isEmpty() ? null : address);
    }

    @Test
    void takesTheTickedOnce() {
        var form = read("", "memberId=3&memberId=1&memberId=3&status=INVITED&reason=+because+&requestId=r");
        assertThat(form.memberIds()).containsExactly(3L, 1L);
        assertThat(form.status()).isEqualTo("INVITED");
        assertThat(form.reason()).isEqualTo("because");
        assertThat(form.requestId()).isEqualTo("r");
        assertThat(form.problem()).isNull();
    }

    @Test
    void aFilterInTheAddressIsNotWhatIsAskedFor() {
        var form = read("status=INVITED&status=REGISTERED&reason=fair", "all=true&status=REGISTERED&reason=by+phone");
        assertThat(form.filter().status()).containsExactly("INVITED", "REGISTERED");
        assertThat(form.filter().reason()).isEqualTo("fair");
        assertThat(form.status()).isEqualTo("REGISTERED");
        assertThat(form.reason()).isEqualTo("by phone");
    }

    @Test
    void aFilterMayStandInAFieldOfItsOwn() {
        var form = read("", "all=true&status=REGISTERED&filter=status%3DINVITED%26q%3Dada");
        assertThat(form.filter().query()).isEqualTo("status=INVITED&q=ada");
        assertThat(form.status()).isEqualTo("REGISTERED");
    }

    @Test
    void whatOnlyAFilterHasMayStandInTheBody() {
        assertThat(read("", "all=true&status=REGISTERED&q=ada&success=no")
                        .filter()
                        .query())
                .isEqualTo("q=ada&success=no");
    }

    @Test
    void refusesTwoStatusesAndWhatIsNoNumber() {
        assertThatThrownBy(() -> read("", "all=true&status=INVITED&status=REGISTERED"))
                .isInstanceOf(BadFilter.class);
        assertThatThrownBy(() -> read("", "memberId=one&status=INVITED")).isInstanceOf(BadFilter.class);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(read("", "status=INVITED").problem()).isEqualTo("member.bulk.nobody");
        assertThat(read("", "all=true").problem()).isEqualTo("member.status.missing");
        assertThat(read("", "all=true&status=REJECTED&reason=" + "a".repeat(501))
                        .problem())
                .isEqualTo("member.reason.too-long");
    }
}
