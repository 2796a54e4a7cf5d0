(** The equations of calculus/training-a-network, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** uniform-guess-loss: aa64de24947a2c01 *)
Theorem uniform_guess_loss
    (R : comUnitRingType)
    (k : nat)
    (y : 'I_k -> R)
    (log : R -> R)
    (sums_to_1 : \sum_(k_ < k) y k_ = 1)
    (unit : (k%:R : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_) :
  (- (\sum_(c < k) ((y c) * (log k%:R^-1)))) = (log k%:R) :> R.
Proof. prove. Qed.

(** preactivation-variance: 8899b062a934051f *)
Theorem preactivation_variance
    (R : comUnitRingType)
    (n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (w : 'cV[Random]_n)
    (a : 'cV[R]_n)
    (v : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_w : forall i_, E (w i_ 0) = 0)
    (moment_of_w : forall i_ j_, E (w i_ 0 * w j_ 0) = v *+ (i_ == j_)) :
  ((E ((dot w (sure Random a)) ^+ 2)) + (- ((E (dot w (sure Random a))) ^+ 2))) = (v * (sqn a)) :> R.
Proof. prove. Qed.

(** linear-layer-variance: 5086002091ae5802 *)
Theorem linear_layer_variance
    (R : comUnitRingType)
    (n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (w : 'I_n -> Random)
    (z : 'I_n -> Random)
    (v : R)
    (s : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_w : forall i_, E (w i_) = 0)
    (moment_of_w : forall i_ j_, E (w i_ * w j_) = v *+ (i_ == j_))
    (independent : forall i_ k_, E (w i_ * z k_) = E (w i_) * E (z k_))
    (independent_2 : forall i_ k_ l_, E (w i_ * (z k_ * z l_)) = E (w i_) * E (z k_ * z l_))
    (independent_3 : forall i_ j_ k_, E ((w i_ * w j_) * z k_) = E (w i_ * w j_) * E (z k_))
    (independent_4 : forall i_ j_ k_ l_, E ((w i_ * w j_) * (z k_ * z l_)) = E (w i_ * w j_) * E (z k_ * z l_))
    (mean_of_z : forall i_, E (z i_) = 0)
    (moment_of_z : forall i_ j_, E (z i_ * z j_) = s *+ (i_ == j_)) :
  ((E ((\sum_(i < n) ((w i) * (z i))) ^+ 2)) + (- ((E (\sum_(i_2 < n) ((w i_2) * (z i_2)))) ^+ 2))) = (s * v * n%:R) :> R.
Proof. prove. Qed.

(** tanh-loses-little: 04e843a23ddc767d *)
Theorem tanh_loses_little
    (R : comUnitRingType)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (z : Random)
    (s : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (unit : (3%:R : R) \is a GRing.unit)
    (mean_of_z : E (z) = 0)
    (moment_of_z : E (z * z) = s)
    (moment_of_z_2 : E (z * z * z) = 0)
    (moment_of_z_3 : E (z * z * z * z) = (3%:R * (s ^+ 2))) :
  (E ((z ^+ 2) + (((- (2%:R / 3%:R)))%:A * (z ^+ 4)))) = (s + (- (2%:R * (s ^+ 2)))) :> R.
Proof. prove. Qed.

(** relu-backward-variance: b5eaf493b9219700 *)
Theorem relu_backward_variance
    (R : comUnitRingType)
    (n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (w : 'cV[Random]_n)
    (delta : 'cV[R]_n)
    (m : Random)
    (v : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_w : forall i_, E (w i_ 0) = 0)
    (moment_of_w : forall i_ j_, E (w i_ 0 * w j_ 0) = v *+ (i_ == j_))
    (independent : forall i_, E (w i_ 0 * m) = E (w i_ 0) * E (m))
    (independent_2 : forall i_, E (w i_ 0 * (m * m)) = E (w i_ 0) * E (m * m))
    (independent_3 : forall i_ j_, E ((w i_ 0 * w j_ 0) * m) = E (w i_ 0 * w j_ 0) * E (m))
    (independent_4 : forall i_ j_, E ((w i_ 0 * w j_ 0) * (m * m)) = E (w i_ 0 * w j_ 0) * E (m * m))
    (unit : (2%:R : R) \is a GRing.unit)
    (unit_2 : (4%:R : R) \is a GRing.unit)
    (mean_of_m : E (m) = (1 / 2%:R))
    (moment_of_m : E (m * m) = (1 / 2%:R))
    (moment_of_m_2 : E (m * m * m) = (1 / 2%:R))
    (moment_of_m_3 : E (m * m * m * m) = (1 / 2%:R)) :
  (E (((dot w (sure Random delta)) ^+ 2) * (m ^+ 2))) = ((1 / 2%:R) * v * (sqn delta)) :> R.
Proof. prove. Qed.

(** glorot-variance: dfb7e922d032b08f *)
Theorem glorot_variance
    (R : comUnitRingType)
    (n_out n_in : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (delta : 'I_n_out -> Random)
    (u : 'I_n_out -> Random)
    (s : R)
    (w : 'I_n_in -> Random)
    (z : 'I_n_in -> Random)
    (unit : (2%:R : R) \is a GRing.unit)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_delta : forall i_, E (delta i_) = 0)
    (moment_of_delta : forall i_ j_, E (delta i_ * delta j_) = s *+ (i_ == j_))
    (independent : forall i_ k_, E (delta i_ * u k_) = E (delta i_) * E (u k_))
    (independent_2 : forall i_ k_ l_, E (delta i_ * (u k_ * u l_)) = E (delta i_) * E (u k_ * u l_))
    (independent_3 : forall i_ j_ k_, E ((delta i_ * delta j_) * u k_) = E (delta i_ * delta j_) * E (u k_))
    (independent_4 : forall i_ j_ k_ l_, E ((delta i_ * delta j_) * (u k_ * u l_)) = E (delta i_ * delta j_) * E (u k_ * u l_))
    (unit_2 : ((n_in%:R + n_out%:R) : R) \is a GRing.unit)
    (mean_of_u : forall i_, E (u i_) = 0)
    (moment_of_u : forall i_ j_, E (u i_ * u j_) = (2%:R * (n_in%:R + n_out%:R)^-1) *+ (i_ == j_))
    (mean_of_w : forall i_, E (w i_) = 0)
    (moment_of_w : forall i_ j_, E (w i_ * w j_) = (2%:R * (n_in%:R + n_out%:R)^-1) *+ (i_ == j_))
    (independent_5 : forall i_ k_, E (w i_ * z k_) = E (w i_) * E (z k_))
    (independent_6 : forall i_ k_ l_, E (w i_ * (z k_ * z l_)) = E (w i_) * E (z k_ * z l_))
    (independent_7 : forall i_ j_ k_, E ((w i_ * w j_) * z k_) = E (w i_ * w j_) * E (z k_))
    (independent_8 : forall i_ j_ k_ l_, E ((w i_ * w j_) * (z k_ * z l_)) = E (w i_ * w j_) * E (z k_ * z l_))
    (mean_of_z : forall i_, E (z i_) = 0)
    (moment_of_z : forall i_ j_, E (z i_ * z j_) = s *+ (i_ == j_)) :
  (((1 / 2%:R) * ((E ((\sum_(j < n_out) ((delta j) * (u j))) ^+ 2)) + (- ((E (\sum_(j_2 < n_out) ((delta j_2) * (u j_2)))) ^+ 2)))) + ((1 / 2%:R) * ((E ((\sum_(i < n_in) ((w i) * (z i))) ^+ 2)) + (- ((E (\sum_(i_2 < n_in) ((w i_2) * (z i_2)))) ^+ 2))))) = s :> R.
Proof. prove. Qed.

(** descent-step-quadratic: 7e314049beb274bd *)
Theorem descent_step_quadratic
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (theta : 'cV[R]_n)
    (d_theta : 'cV[R]_n)
    (H : 'M[R]_n)
    (b : 'cV[R]_n)
    (q : R)
    (g : 'cV[R]_n)
    (eta : R)
    (small : eps * eps = 0)
    (unit : (2%:R : R) \is a GRing.unit)
    (q_is : q = (((1 / 2%:R) * (dot theta (H *m theta))) + (dot b theta)))
    (g_is : g = ((((1 / 2%:R) *: (H *m theta)) + (H^T *m ((1 / 2%:R) *: theta))) + b)) :
  ((((1 / 2%:R) * (dot (theta + eps *: d_theta) (H *m (theta + eps *: d_theta)))) + (dot b (theta + eps *: d_theta))) = q + eps * dot ((((1 / 2%:R) *: (H *m theta)) + (H^T *m ((1 / 2%:R) *: theta))) + b) d_theta) /\
  ((((1 / 2%:R) * (dot (((- eta) *: g) + theta) (H *m (((- eta) *: g) + theta)))) + (dot b (((- eta) *: g) + theta))) = (q + ((1 / 2%:R) * (eta ^+ 2) * (dot g (H *m g))) + (- (eta * (sqn g)))) :> R).
Proof. prove. Qed.

(** descent-on-a-parabola: 7330a75fac3fee0d *)
Theorem descent_on_a_parabola
    (R : comUnitRingType)
    (eps : R)
    (x : R)
    (lambda : R)
    (eta : R)
    (small : eps * eps = 0)
    (unit : (2%:R : R) \is a GRing.unit) :
  (((1 / 2%:R) * lambda * ((x + eps) ^+ 2)) = ((1 / 2%:R) * lambda * (x ^+ 2)) + eps * (lambda * x)) /\
  ((x + (- (lambda * x * eta))) = (x * (1 + (- (lambda * eta)))) :> R).
Proof. prove. Qed.

Print Assumptions uniform_guess_loss.
Print Assumptions preactivation_variance.
Print Assumptions linear_layer_variance.
Print Assumptions tanh_loses_little.
Print Assumptions relu_backward_variance.
Print Assumptions glorot_variance.
Print Assumptions descent_step_quadratic.
Print Assumptions descent_on_a_parabola.
